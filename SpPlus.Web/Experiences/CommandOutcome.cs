using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Experiences;

/// <summary>What a page tells the person: accepted, refused and why, or that nobody knows yet.</summary>
internal sealed record CommandOutcome(CommandResult? Result)
{
    public static readonly CommandOutcome Unknown = new((CommandResult?)null);

    /// <summary>A silo that ends says so at once; the others have what it had a moment later.</summary>
    private static readonly TimeSpan HandOver = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What has no answer is sent once more, under the same operation id: what was recorded is not recorded twice. No answer again, and
    /// nobody knows.
    /// </summary>
    public static async Task<CommandOutcome> OfTwo(Func<Task<CommandResult>> execute, Action<Exception> unanswered, Action<Exception> unknown)
    {
        try
        {
            return new(await execute());
        }
        catch (Exception exception)
        {
            unanswered(exception);
            if (exception is SiloUnavailableException) await Task.Delay(HandOver);
        }

        try
        {
            return new(await execute());
        }
        catch (Exception exception)
        {
            unknown(exception);
            return Unknown;
        }
    }

    public bool Accepted => Result is { Accepted: true };

    public bool IsUnknown => Result is null;

    /// <summary>The status that a page which shows this refusal answers with.</summary>
    public int StatusCode => Result?.Refusal switch
    {
        null => StatusCodes.Status503ServiceUnavailable,
        Refusal.None => StatusCodes.Status200OK,
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.NotAllowed or Refusal.ValidationRequired or Refusal.ValidatorIsAuthor => StatusCodes.Status403Forbidden,
        Refusal.StaleVersion or Refusal.AlreadyDecided or Refusal.WrongStatus or Refusal.AlreadyConcerned
            or Refusal.LastStructure or Refusal.NoSuchResponse or Refusal.TooLate => StatusCodes.Status409Conflict,
        Refusal.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
