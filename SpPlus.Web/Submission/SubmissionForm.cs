using System.Collections.Immutable;
using System.Globalization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Submission;

/// <summary>Everything the author has typed so far. It travels with the form from step to step: nothing is kept before it is sent.</summary>
public sealed record SubmissionForm
{
    public required string Key { get; init; }
    public ImmutableArray<StructureId> Services { get; init; } = [];
    public string? Search { get; init; }
    public string? Title { get; init; }
    public string? Story { get; init; }
    public string? Day { get; init; }
    public string? Month { get; init; }
    public string? Year { get; init; }
    public string? Place { get; init; }
    public string? Procedure { get; init; }
    public string? Pseudonym { get; init; }
    public string? Email { get; init; }
    public string? Feeling { get; init; }
    public string? Campaign { get; init; }

    /// <summary>Service, channel and feeling as the fields name them: <c>caf-gironde/phone</c> → <c>Negative</c>, or nothing said.</summary>
    public ImmutableSortedDictionary<string, string> Contacts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public static SubmissionForm New(string? campaign, string? service) => new()
    {
        Key = SubmissionKey.New(),
        Campaign = campaign,
        Services = StructureId.TryParse(service, out var id) ? [id] : [],
    };

    internal static SubmissionForm Of(PostedForm form) => new()
    {
        Key = SubmissionKey.IsWellFormed(form["cle"]) ? form["cle"]! : SubmissionKey.New(),
        Services =
        [
            .. form.All("service").Distinct()
                .Select(text => StructureId.TryParse(text, out var id) ? id : (StructureId?)null).OfType<StructureId>(),
        ],
        Search = form["q"],
        Title = form["titre"],
        Story = form["recit"],
        Day = form["date-jour"],
        Month = form["date-mois"],
        Year = form["date-annee"],
        Place = form["lieu"],
        Procedure = form["demarche"],
        Pseudonym = form["pseudonyme"],
        Email = form["email"],
        Feeling = form["ressenti"],
        Campaign = form["campagne"],
        Contacts = form.All("contact").Distinct()
            .ToImmutableSortedDictionary(contact => contact, contact => form["ressenti-" + contact] ?? "", StringComparer.Ordinal),
    };

    public DateOnly? ContactDate =>
        Part(Year) is { } year && Part(Month) is { } month && Part(Day) is { } day
        && year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public Feeling? OverallFeeling => Enum.TryParse<Feeling>(Feeling, out var feeling) && Enum.IsDefined(feeling) ? feeling : null;

    public SubmitExperience Command(string language) => new()
    {
        OperationId = SubmissionKey.OperationId(Key),
        Title = Title ?? "",
        Story = Story ?? "",
        ContactDate = ContactDate ?? default,
        Department = Place is { Length: > 0 } && !Place.StartsWith("pays-", StringComparison.Ordinal) ? Place : null,
        Country = Place?.StartsWith("pays-", StringComparison.Ordinal) == true ? Place["pays-".Length..] : null,
        Services = [.. Services.Select(Service)],
        Feeling = OverallFeeling ?? default,
        Procedure = Procedure,
        Pseudonym = Pseudonym,
        Email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim(),
        TrackingToken = TrackingToken.FromSubmissionKey(Key),
        Campaign = string.IsNullOrWhiteSpace(Campaign) ? null : Campaign,
        Language = language,
    };

    public string TrackingPath => $"/suivi/{SubmissionKey.ExperienceId(Key)}/{TrackingToken.FromSubmissionKey(Key)}";

    private ServiceConcerned Service(StructureId id) => new()
    {
        Structure = id,
        Channels =
        [
            .. Contacts.Where(c => c.Key.StartsWith(id.Value + "/", StringComparison.Ordinal)).Select(c => new ChannelFeeling
            {
                Channel = c.Key[(id.Value.Length + 1)..],
                Feeling = Enum.TryParse<Feeling>(c.Value, out var feeling) && Enum.IsDefined(feeling) ? feeling : null,
            }),
        ],
    };

    private static int? Part(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
