using System.Collections.Immutable;
using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Mail.Operators;
using SpPlus.Silo.Moderation;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Reference;
using SpPlus.Silo.Reports;

namespace SpPlus.Silo.Desk;

/// <summary>Looks the account up, then reads only what that account may see (RIGHT-2, RIGHT-4).</summary>
[StatelessWorker]
internal sealed class DeskGrain(
    AccountDirectory accounts, ReferenceLibrary reference, DeskQueries queries, InboxQueries inbox, InboxPlaces places, WaitingCounts waiting, SavedFilters filters,
    TransferQueries transfers, ReadMarks reads, TellingChoices telling, ReportQueries reports, MailCounting mails, SuggestionDesk suggestions, TimeProvider time)
    : Grain, IDeskGrain
{
    public async Task<AccountView?> Account(Caller caller)
    {
        if (accounts.Find(caller.Subject) is not { } account) return null;
        // Every page of the connected space asks for all of this.
        var publishing = Rule.Of(ExperienceActions.TakeBackResponse).By.Contains(account.Profile)
            ? queries.Publishing([.. reference.Current.Structures.Subtree(account.Structure)])
            : Task.FromResult(ImmutableArray<PublishingItem>.Empty);
        var awaited = account.IsSteward ? queries.CountToModerate() : waiting.Below(account.Structure, reference.Current.Structures);
        var notices = reads.CountNew(account, time.GetUtcNow());
        var asked = ResolvesTransfers(account) ? transfers.Count(StructuresOf(account)) : null;
        var reported = account.IsSteward ? reports.Count() : null;
        var held = account.Profile == Profile.StewardAdministrator ? mails.Held() : null;
        await Task.WhenAll(publishing, awaited, notices, asked ?? Task.CompletedTask, reported ?? Task.CompletedTask, held ?? Task.CompletedTask);
        return new()
        {
            Publishing =
            [
                .. (await publishing).Select(item => item with
                {
                    MayTakeBack = account.Profile != Profile.Agent || !reference.Current.ValidationRequired(item.Structure),
                }),
            ],
            DisplayName = account.DisplayName,
            Profile = account.Profile,
            Structure = account.Structure,
            Waiting = await awaited,
            Notices = await notices,
            Transfers = asked is null ? null : await asked,
            Reports = reported is null ? null : await reported,
            HeldMails = held is null ? null : await held,
        };
    }

    public Task<ImmutableArray<ColleagueView>?> Colleagues(StructureId structure, Caller caller)
    {
        var tree = reference.Current.Structures;
        if (accounts.Find(caller.Subject) is not { } account || !MayWrite(account)) return Task.FromResult<ImmutableArray<ColleagueView>?>(null);
        return Task.FromResult<ImmutableArray<ColleagueView>?>(
        [
            .. accounts.All.Where(MayWrite).OrderBy(a => a.DisplayName, StringComparer.Ordinal)
                .Select(a => new ColleagueView { Subject = a.Subject, Name = a.DisplayName, Structure = a.Structure }),
        ]);

        bool MayWrite(Account one) =>
            Rule.Of(ExperienceActions.SaveDraft).By.Contains(one.Profile) && Rights.ActsFor(one, structure, tree);
    }

    public async Task<InboxPage?> Inbox(InboxQuery query, Caller caller)
    {
        if (accounts.Find(caller.Subject) is not { } account) return null;
        if (ScopeOf(query, account) is not { } scope) return Nothing;
        var page = await inbox.Page(query, scope);
        return page with { Items = [.. page.Items.Select(item => item with { AssignedTo = accounts.Find(item.AssignedTo)?.DisplayName })] };
    }

    public async Task<InboxPlace?> Place(InboxQuery query, ExperienceId experience, StructureId structure, Caller caller) =>
        accounts.Find(caller.Subject) is { } account && ScopeOf(query, account) is { } scope
            ? await places.Of(query, scope, experience, structure)
            : null;

    public async Task<ImmutableArray<SavedFilter>> SavedFilters(Caller caller) =>
        accounts.Find(caller.Subject) is { } account ? await filters.Of(account.Subject) : [];

    public Task<SavedFilterAnswer> SaveFilter(string name, string query, Caller caller) =>
        WithAccount(caller, subject => filters.Save(subject, name, query));

    public Task<SavedFilterAnswer> RenameFilter(string name, string newName, Caller caller) =>
        WithAccount(caller, subject => filters.Rename(subject, name, newName));

    public Task<SavedFilterAnswer> DeleteFilter(string name, Caller caller) => WithAccount(caller, subject => filters.Delete(subject, name));

    public async Task<ModerationQueue?> ModerationQueue(ModerationQueueQuery query, Caller caller)
    {
        if (accounts.Find(caller.Subject) is not { IsSteward: true }) return null;
        var queue = await queries.ToModerate(query);
        var titles = await Task.WhenAll(queue.Items.Select(item =>
            GrainFactory.GetGrain<ISentTextGrain>(item.Experience.Value).Read()));
        return queue with { Items = [.. queue.Items.Zip(titles, (item, text) => item with
            {
                Title = text?.Title ?? "", IsTextUnreadable = text is { IsUnreadable: true },
            })] };
    }

    public async Task<ImmutableArray<StructureSuggestion>> Suggestions(ExperienceId experience, Caller caller) =>
        accounts.Find(caller.Subject) is { IsSteward: true } && await GrainFactory.GetGrain<IExperienceGrain>(experience.Value).View(caller) is { } view
            ? await suggestions.For(view)
            : [];

    private Task<SavedFilterAnswer> WithAccount(Caller caller, Func<string, Task<SavedFilterAnswer>> change) =>
        accounts.Find(caller.Subject) is { } account ? change(account.Subject) : Task.FromResult(SavedFilterAnswer.NotFound);

    public async Task<int> Opened(ExperienceId experience, int sequence, Caller caller) =>
        accounts.Find(caller.Subject) is { } account ? await reads.Move(account.Subject, experience, sequence) : sequence;

    public async Task<ImmutableArray<NoticeView>?> Notices(Caller caller) =>
        accounts.Find(caller.Subject) is { } account ? await reads.Notices(account, time.GetUtcNow()) : null;

    public async Task<TellingView?> Telling(Caller caller) =>
        accounts.Find(caller.Subject) is { } account ? new(await telling.Of(account.Subject), account.Email is not null) : null;

    public async Task<bool> TellMe(Telling choice, string language, Caller caller)
    {
        if (accounts.Find(caller.Subject) is not { } account || !Enum.IsDefined(choice)) return false;
        await telling.Choose(account.Subject, choice, language == "en" ? "en" : "fr", time.GetUtcNow());
        return true;
    }

    public async Task<TransferQueue?> Transfers(TransferQuery query, Caller caller) =>
        accounts.Find(caller.Subject) is { } account && ResolvesTransfers(account)
            ? await transfers.Waiting(query, StructuresOf(account))
            : null;

    private static bool ResolvesTransfers(Account account) => Rule.Of(ExperienceActions.ResolveTransfer).By.Contains(account.Profile);

    /// <summary>Null: every structure, for the DITP.</summary>
    private StructureId[]? StructuresOf(Account account) =>
        account.IsSteward ? null : [.. reference.Current.Structures.Subtree(account.Structure)];

    /// <summary>Null where the account sees nothing.</summary>
    private InboxScope? ScopeOf(InboxQuery query, Account account)
    {
        var (tree, root) = (reference.Current.Structures, query.Structure ?? account.Structure);
        if (!account.IsSteward && !tree.IsWithin(root, account.Structure)) return null;
        return new()
        {
            // The DITP sees all: without a chosen structure, no structure is filtered.
            Structures = account.IsSteward && query.Structure is null ? null : query.WithDescendants ? [.. tree.Subtree(root)] : [root],
            Subject = account.Subject,
            Now = time.GetUtcNow(),
        };
    }

    private static InboxPage Nothing { get; } = new()
    {
        Items = [], Counts = ImmutableDictionary<Contracts.Experiences.ResponseStatus, int>.Empty,
    };
}
