using System.Security.Cryptography;
using System.Text.Json;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;

namespace SpPlus.Web.Forms;

internal static class Operations
{
    /// <summary>
    /// The form's operation together with what it asks: posted twice, a form does the same thing once; changed after an outcome
    /// that nobody knows, it asks for something else and is decided anew instead of passing for the first.
    /// </summary>
    public static TCommand BoundToContent<TCommand>(this TCommand command) where TCommand : ExperienceCommand =>
        (TCommand)((ExperienceCommand)command with { OperationId = IdOf(command) });

    public static ImprovementActionCommand BoundToContent(this ImprovementActionCommand command) => command with { OperationId = IdOf(command) };

    private static Guid IdOf(object command) =>
        new(SHA256.HashData([.. Name(command), .. JsonSerializer.SerializeToUtf8Bytes(command, command.GetType())]).AsSpan(0, 16));

    private static byte[] Name(object command) => System.Text.Encoding.UTF8.GetBytes(command.GetType().Name);
}
