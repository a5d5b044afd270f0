using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Structures;
using SpPlus.Contracts.Texts;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Submission;

/// <summary>Everything typed so far. It lives in the page alone: no session, no cookie, nothing kept before it is sent.</summary>
public sealed record SubmissionDraft
{
    public required string Key { get; init; }
    public string? Campaign { get; init; }
    public string? Search { get; init; }
    public ImmutableArray<StructureId> Services { get; init; } = [];
    public bool UnknownService { get; init; }
    public string? Title { get; init; }
    public string? Story { get; init; }
    public string? Day { get; init; }
    public string? Month { get; init; }
    public string? Year { get; init; }
    public string? Department { get; init; }
    public string? Country { get; init; }
    public string? Procedure { get; init; }
    public string? Pseudonym { get; init; }

    /// <summary>The channels used, by service.</summary>
    public ImmutableHashSet<(StructureId Service, string Channel)> Channels { get; init; } = [];

    /// <summary>The value of the feeling's radio; kept also while its channel is unticked.</summary>
    public ImmutableDictionary<(StructureId Service, string Channel), string> ChannelFeelings { get; init; } =
        ImmutableDictionary<(StructureId Service, string Channel), string>.Empty;

    public string? Feeling { get; init; }
    public string? Email { get; init; }

    internal static SubmissionDraft New(string? campaign, IEnumerable<string> services) => new()
    {
        Key = SubmissionKey.New(),
        Campaign = Cut(campaign, 60),
        Services = Structures(services),
    };

    internal static SubmissionDraft Of(PostedForm form)
    {
        var services = Structures(form.All(SubmissionFields.Service));
        return new()
        {
            Key = SubmissionKey.IsWellFormed(form[SubmissionFields.Key]) ? form[SubmissionFields.Key]! : SubmissionKey.New(),
            Campaign = Cut(form[SubmissionFields.Campaign], 60),
            Search = Cut(form[SubmissionFields.Search], 200),
            Services = services,
            UnknownService = form[SubmissionFields.UnknownService] == "oui",
            Title = form[SubmissionFields.Title],
            Story = form[SubmissionFields.Story]?.ReplaceLineEndings("\n"),
            Day = form[SubmissionFields.Day],
            Month = form[SubmissionFields.Month],
            Year = form[SubmissionFields.Year],
            Department = NullIfEmpty(form[SubmissionFields.Department]),
            Country = NullIfEmpty(form[SubmissionFields.Country]),
            Procedure = form[SubmissionFields.Procedure],
            Pseudonym = form[SubmissionFields.Pseudonym],
            Channels = [.. form.All(SubmissionFields.Channel).Select(Channel).OfType<(StructureId Service, string Channel)>()],
            ChannelFeelings = Feelings(form),
            Feeling = form[SubmissionFields.Feeling],
            Email = form[SubmissionFields.Email],
        };
    }

    /// <summary>The same words under a key that nobody knows, without the address.</summary>
    internal SubmissionDraft Renewed() => this with { Key = SubmissionKey.New(), Email = null };

    /// <summary>What the step does not ask travels in hidden fields.</summary>
    internal IEnumerable<(string Name, string Value)> CarriedThrough(SubmissionStep step)
    {
        IEnumerable<(SubmissionStep Step, string Name, string? Value)> all =
        [
            (0, SubmissionFields.Key, Key),
            (0, SubmissionFields.Campaign, Campaign),
            .. Services.Select(service => (SubmissionStep.Service, SubmissionFields.Service, (string?)service.Value)),
            (SubmissionStep.Service, SubmissionFields.UnknownService, UnknownService ? "oui" : null),
            (SubmissionStep.Story, SubmissionFields.Title, Title),
            (SubmissionStep.Story, SubmissionFields.Story, Story),
            (SubmissionStep.Story, SubmissionFields.Day, Day),
            (SubmissionStep.Story, SubmissionFields.Month, Month),
            (SubmissionStep.Story, SubmissionFields.Year, Year),
            (SubmissionStep.Story, SubmissionFields.Department, Department),
            (SubmissionStep.Story, SubmissionFields.Country, Country),
            (SubmissionStep.Story, SubmissionFields.Procedure, Procedure),
            (SubmissionStep.Story, SubmissionFields.Pseudonym, Pseudonym),
            .. Channels.Order().Select(c => (SubmissionStep.Contacts, SubmissionFields.Channel, (string?)Name(c))),
            .. ChannelFeelings.OrderBy(f => f.Key).Select(f => (SubmissionStep.Contacts, FeelingName(f.Key), (string?)f.Value)),
            (SubmissionStep.Contacts, SubmissionFields.Feeling, Feeling),
            (SubmissionStep.Check, SubmissionFields.Email, Email),
        ];
        return all.Where(field => field.Step != step && !string.IsNullOrEmpty(field.Value)).Select(field => (field.Name, field.Value!));
    }

    internal static string Name((StructureId Service, string Channel) channel) => $"{channel.Service}~{channel.Channel}";

    internal static string FeelingName((StructureId Service, string Channel) channel) => $"{SubmissionFields.ChannelFeeling}~{Name(channel)}";

    private static (StructureId Service, string Channel)? Channel(string name) =>
        name.Split('~') is [var service, { Length: > 0 and <= 60 } channel] && StructureId.TryParse(service, out var structure)
            ? (structure, channel)
            : null;

    private static ImmutableDictionary<(StructureId Service, string Channel), string> Feelings(PostedForm form)
    {
        const string Prefix = SubmissionFields.ChannelFeeling + "~";
        var feelings = ImmutableDictionary.CreateBuilder<(StructureId Service, string Channel), string>();
        foreach (var name in form.Names.Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
            if (Channel(name[Prefix.Length..]) is { } channel && form[name] is { Length: > 0 } value) feelings[channel] = value;
        return feelings.ToImmutable();
    }

    private static ImmutableArray<StructureId> Structures(IEnumerable<string> ids) =>
        [.. ids.Select(id => StructureId.TryParse(id, out var structure) ? structure : (StructureId?)null).OfType<StructureId>().Distinct()];

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Cut(string? text, int length) => text is null ? null : WellFormed.Cut(text, length);
}
