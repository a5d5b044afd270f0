using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SpPlus.Contracts.Experiences;

/// <summary>
/// The public reference of an experience, such as <c>4KQ72-M8XPA</c>: ten Crockford base-32 digits in two groups.
/// It is also the key of the experience's grain: the dash keeps Orleans' storage from reading it as a number.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.experience-id")]
public readonly record struct ExperienceId
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private ExperienceId(string value) => Value = value;

    [Id(0)] public string Value { get; }

    /// <summary>The same source always gives the same id: this is what makes a form posted twice, or a file imported twice, one experience.</summary>
    public static ExperienceId From(string source)
    {
        var bits = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
        return new(string.Create(11, bits, static (span, value) =>
        {
            for (var i = 0; i < 11; i++)
            {
                if (i == 5)
                {
                    span[i] = '-';
                    continue;
                }

                span[i] = Digits[(int)(value & 31)];
                value >>= 5;
            }
        }));
    }

    /// <summary>Reads a reference as a person may type it: any case, O for 0, I and L for 1.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ExperienceId id)
    {
        id = default;
        if (text is not { Length: 11 } || text[5] != '-') return false;
        Span<char> canonical = stackalloc char[11];
        for (var i = 0; i < 11; i++)
        {
            var c = char.ToUpperInvariant(text[i]) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (i != 5 && !Digits.Contains(c, StringComparison.Ordinal)) return false;
            canonical[i] = c;
        }

        id = new(canonical.ToString());
        return true;
    }

    public static ExperienceId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not an experience reference.");

    public override string ToString() => Value ?? "";
}
