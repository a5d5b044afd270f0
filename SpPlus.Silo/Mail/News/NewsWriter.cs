using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Mail.Letters;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Mail.News;

/// <summary>
/// STEP-3: the letter to one agent, as things stand when it is sent. The experience itself says whether this person may still see it;
/// its words beyond the title, the agents' and the author's, are never in it.
/// </summary>
internal sealed class NewsWriter(IGrainFactory grains, NewsQueries news, AccountDirectory accounts, ReferenceLibrary reference, LetterLinks links)
    : INewsWriter
{
    private const int Most = 20;

    public async Task<(Letter Letter, string Address)?> Write(MailKey key)
    {
        if (accounts.Find(key.Recipient) is not { Email: { Length: > 0 } address } account) return null;
        if (await news.LanguageOf(account.Subject) is not { } language) return null;
        // Not sent now is tried again.
        if (!await news.AreThere(key)) throw new InvalidOperationException("The notices are being made again.");
        var items = (await news.Items(key)).Where(item => IsFor(account, item.Kind)).ToArray();
        var told = new List<NewsItem>();
        foreach (var (experience, kinds) in items.GroupBy(i => i.Experience).Select(g => (g.Key, g.Select(i => i.Kind).ToArray())))
        {
            var view = await grains.GetGrain<IExperienceGrain>(experience.Value).View(Caller.Agent(account.Subject));
            if (view is { PublishedAt: not null, Status: ExperienceStatus.Published or ExperienceStatus.PublishedAfterModeration })
                told.Add(new(experience, view.Title, [.. kinds.Where(k => !HasLeft(k))]));
            else if (view is null && kinds.Any(HasLeft))
                told.Add(new(experience, null, [.. kinds.Where(HasLeft)]));
        }

        told.RemoveAll(item => item.Kinds.IsEmpty);
        return told.Count == 0 ? null : (Letter(account, language, told), address);
    }

    private static bool HasLeft(NoticeKind kind) => kind is NoticeKind.HandedOver or NoticeKind.TakenOff;

    private static bool IsFor(Account account, NoticeKind kind) =>
        kind != NoticeKind.ToValidate || Rule.Of(ExperienceActions.SendBack).By.Contains(account.Profile);

    private Letter Letter(Account account, string language, List<NewsItem> told)
    {
        var texts = LetterTexts.In(language);
        var structure = reference.Current.Structures.TryGet(account.Structure, out var known) ? known.Name : account.Structure.Value;
        return new()
        {
            Language = texts.Language,
            Subject = told.Count == 1 ? texts.Filled("NewsSubjectOne", structure) : texts.Filled("NewsSubject", structure, told.Count),
            Heading = texts.Filled("NewsHeading", structure),
            Passages =
            [
                .. told.Take(Most).SelectMany(item => Passages(item, texts)),
                .. told.Count > Most ? [new Paragraph(texts.Filled("NewsMore", told.Count - Most))] : Array.Empty<Passage>(),
                new Link(texts["NewsInbox"], links.Inbox), new Link(texts["NewsPreferences"], links.Preferences),
            ],
            Footer = [texts["NewsFooter"]],
        };
    }

    private IEnumerable<Passage> Passages(NewsItem item, LetterTexts texts)
    {
        var what = string.Join(' ', item.Kinds.Distinct().Select(kind => texts["News" + kind]));
        yield return new Paragraph(item.Title is { } title ? texts.Filled("NewsItem", title, what) : texts.Filled("NewsGone", item.Experience.Value, what));
        if (item.Title is not null) yield return new Link(texts["NewsOpen"], links.Agent(item.Experience));
    }

    // Without a title what has left: it is not this person's to read any more.
    private sealed record NewsItem(ExperienceId Experience, string? Title, ImmutableArray<NoticeKind> Kinds);
}
