using System.Globalization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Mails;
using SpPlus.Web.Kit;

namespace SpPlus.Web.Mails;

/// <summary>Which mails are listed, as the address says it. What is typed wrongly stays as it was typed.</summary>
public sealed record MailSearch
{
    public const string StandingField = "etat";
    public const string StepField = "etape";
    public const string ReferenceField = "experience";
    public const string FromField = "du";
    public const string ToField = "au";
    public const string AfterField = "apres";

    public MailStanding Standing { get; init; } = MailStanding.Held;
    public string? Step { get; init; }
    public string? Reference { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? After { get; init; }

    public ExperienceId? Experience => ExperienceId.TryParse(Reference?.Trim(), out var id) ? id : null;

    public DateTimeOffset? FromMoment => Moment(From);

    public DateTimeOffset? ToMoment => Moment(To);

    internal static MailSearch Of(Func<string, string?> field) => new()
    {
        Standing = MailWords.Standing(field(StandingField)) ?? MailStanding.Held,
        Step = Text(field(StepField)),
        Reference = Text(field(ReferenceField)),
        From = Text(field(FromField)),
        To = Text(field(ToField)),
        After = Text(field(AfterField)),
    };

    internal MailQuery Query => new() { Standing = Standing, Step = Step, Experience = Experience, From = FromMoment, To = ToMoment, After = After };

    /// <summary>Up to now where no end is said, so that what comes to stand so after the person looked is left alone.</summary>
    internal MailRange Range(DateTimeOffset now) =>
        new() { Standing = Standing, Step = Step, From = FromMoment, To = ToMoment is { } to && to < now ? to : now };

    internal string Address(string path, params IEnumerable<KeyValuePair<string, string?>> more) => path + QueryString.Create(
    [
        new(StandingField, MailWords.Of(Standing)), .. Pair(StepField, Step), .. Pair(ReferenceField, Reference), .. Pair(FromField, From), .. Pair(ToField, To), .. more,
    ]);

    internal string Next(string after) => Address(MailEndpoints.Path, [new(AfterField, after)]);

    internal static IEnumerable<KeyValuePair<string, string?>> Pair(string name, string? value) => value is null ? [] : [new(name, value)];

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) || typed.Length > 200 || typed.Contains('\0', StringComparison.Ordinal) ? null : typed;

    // As a field of dates and hours gives it: on the clocks of metropolitan France; or to the last digit, as a hidden field.
    private static DateTimeOffset? Moment(string? text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? Dates.OnParisClocks(local)
        : DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact) ? exact
        : null;
}
