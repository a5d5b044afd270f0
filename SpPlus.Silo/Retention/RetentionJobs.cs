using System.Collections.Immutable;
using SpPlus.Silo.Experiences.Kept;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Retention;

/// <summary>Everything that is kept for a time (MOD-2, PRIV-1), declared once for the silo, the operator's command and the tests.</summary>
internal static class RetentionJobs
{
    private const string SealedKey = "g.ext";

    public static readonly ImmutableArray<RetentionJob> All =
    [
        new("sent-texts", o => o.SentText,
            """
            orleans.grain_state g where g.state = 'sent-text' and g.payload is not null and (
                select max(f.happened_at) from journal.facts f
                where f.experience = g.ext and f.kind in ('experience-published', 'experience-rejected')) <= $1
            """,
            SealedKey, (grains, key) => grains.GetGrain<ISentTextGrain>(key).Destroy()),

        // Nothing is awaited where the experience is not public, or no structure has anything to do and no window is open.
        new("addresses", o => o.Address,
            $$"""
            orleans.grain_state g join read.experiences e on e.id = g.ext,
                lateral (
                    select max(f.happened_at) from journal.facts f
                    where f.experience = g.ext and f.kind in (
                        'experience-submitted', 'experience-published', 'experience-rejected', 'experience-unpublished', 'response-published',
                        'response-adopted', 'response-evaluated', 'improvement-action-tied', 'address-changed')) l (last)
            where g.state = 'vault' and g.payload is not null and {{Projected("g.ext")}} and e.status <> 6 and (l.last <= $2 or (l.last <= $1 and (
                e.status in (4, 5) or (e.status in (2, 3) and not exists (
                    select from read.standings s where s.experience = e.id and s.open and (s.waiting or s.status = 7))))))
            """,
            SealedKey, (grains, key) => grains.GetGrain<IRetainedGrain>(key).LetAddressGo(), o => o.UnansweredAddress),

        Unsent("unsent-addresses", "vault", (grains, key) => grains.GetGrain<IVaultGrain>(key).Destroy(upTo: 0)),
        Unsent("unsent-texts", "sent-text", (grains, key) => grains.GetGrain<ISentTextGrain>(key).Destroy()),

        new("kept-texts", o => o.KeptText,
            $"""
            orleans.grain_state g where g.state = 'kept-texts' and g.payload is not null and g.modified_at <= $1
                and {Projected("split_part(g.ext, '/', 1)")} and not exists (
                select from read.standings s
                where s.experience = split_part(g.ext, '/', 1) and s.structure = split_part(g.ext, '/', 2) and s.waiting)
            """,
            SealedKey, (grains, key) => grains.GetGrain<IKeptTextsGrain>(key).Destroy()),

        new("mails", o => o.Mail,
            """
            mail.queue t where t.state not in ('queued', 'handing-over') and t.changed_at <= $1 and (t.recipient <> '' or not exists (
                select from orleans.grain_state g where g.state = 'vault' and g.ext = t.experience and g.payload is not null))
            """,
            "t.ctid::text"),

        new("notices", o => o.Notices, "read.notices t where t.at <= $1", "t.ctid::text"),
    ];

    /// <summary>
    /// The read model holds all of the experience's facts. While it is being built again, what it does not hold yet is not over.
    /// </summary>
    private static string Projected(string experience) =>
        $"""
        exists (select from journal.checkpoints c where c.projection = '{ReadModelProjection.CheckpointName}' and not exists (
            select from journal.facts f where f.experience = {experience} and (f.transaction, f.position) > (c.transaction, c.position)))
        """;

    private static RetentionJob Unsent(string name, string state, Func<IGrainFactory, string, Task> destroy) => new(
        name, o => o.Unsent,
        $"""
        orleans.grain_state g where g.state = '{state}' and g.payload is not null and g.modified_at <= $1
            and not exists (select from journal.facts f where f.experience = g.ext)
        """,
        SealedKey, destroy);
}
