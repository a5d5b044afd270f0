using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Projections;
using SpPlus.Tests.Infrastructure;

namespace SpPlus.Tests.Projections;

/// <summary>The projections of one silo, run by hand.</summary>
internal sealed class ProjectionsUnderTest(NpgsqlDataSource database, int batchSize = 2_000)
{
    public Projector<ReadModelProjection> ReadModel { get; } = Projector(new ReadModelProjection(), database, batchSize);

    public Projector<MailProjection> Mail { get; } =
        Projector(new MailProjection(new QueueSignal<MailProjection>()), database, batchSize);

    public Projector<TransferProjection> Transfers { get; } = Projector(new TransferProjection(), database, batchSize);

    public Projector<NoticeProjection> Notices { get; } = Projector(new NoticeProjection(), database, batchSize);

    public Projector<ReportProjection> Reports { get; } = Projector(new ReportProjection(), database, batchSize);
    public Projector<ImprovementActionProjection> ImprovementActions { get; } =
        Projector(new ImprovementActionProjection(new QueueSignal<ImprovementActionProjection>()), database, batchSize);

    public Projector<ReattachmentProjection> Reattachments { get; } = Projector(new ReattachmentProjection(), database, batchSize);

    public static Projector<T> Projector<T>(T projection, NpgsqlDataSource database, int batchSize = 2_000) where T : class, IProjection =>
        new(projection, new(database, Options.Create(new ProjectorOptions { BatchSize = batchSize })));

    /// <summary>New ones, as a silo has them.</summary>
    public static IProjection[] Projections() =>
    [
        new ReadModelProjection(), new TransferProjection(), new NoticeProjection(), new ReattachmentProjection(),
        new MailProjection(new QueueSignal<MailProjection>()), new ReportProjection(),
        new ImprovementActionProjection(new QueueSignal<ImprovementActionProjection>()),
    ];

    /// <summary>Returns when nothing is left: other databases of the server may hold back what can be read.</summary>
    public async Task Everything()
    {
        do await All();
        while (await database.Scalar<bool>(
            """
            select exists (
                select from (values ('read-model'), ('mail'), ('transfers'), ('notices'), ('reports'), ('reattachments'), ('improvement-actions')) as p (name)
                left join journal.checkpoints c on c.projection = p.name
                where exists (select from journal.facts f
                              where (f.transaction, f.position) > (coalesce(c.transaction, '0'), coalesce(c.position, 0))))
            """));
    }

    public async Task All()
    {
        while (await ReadModel.ProjectOnce(CancellationToken.None)) { }
        while (await Mail.ProjectOnce(CancellationToken.None)) { }
        while (await Transfers.ProjectOnce(CancellationToken.None)) { }
        while (await Notices.ProjectOnce(CancellationToken.None)) { }
        while (await Reports.ProjectOnce(CancellationToken.None)) { }
        while (await ImprovementActions.ProjectOnce(CancellationToken.None)) { }
        while (await Reattachments.ProjectOnce(CancellationToken.None)) { }
    }

    /// <summary>Everything that the projections own, as PostgreSQL prints it.</summary>
    public static async Task<string> Rows(NpgsqlDataSource database) => string.Join('\n',
    [
        .. await database.Rows("select * from read.experiences order by id"),
        .. await database.Rows("select * from read.standings order by experience, structure"),
        .. await database.Rows("select * from read.transfers order by experience, structure"),
        .. await database.Rows("select * from read.transfer_counts order by experience"),
        .. await database.Rows("select * from read.reattachments order by experience, sequence"),
        .. await database.Rows("select * from read.notices order by structure, experience, kind"),
        .. await database.Rows("select * from read.reports order by experience, number"),
        .. await database.Rows("select * from read.responses order by experience, structure"),
        .. await database.Rows("select * from read.standing_counts order by structure, feeling"),
        .. await database.Rows("select experience, step, structure, version from mail.queue order by 1, 2, 3, 4"),
        .. await database.Rows("select * from read.improvement_actions order by id"),
        .. await database.Rows("select * from read.improvement_ties order by action, experience"),
    ]);

    public static Task Forget(NpgsqlDataSource database) => database.Execute(
        """
        truncate read.standing_counts, read.responses, read.standings, read.experiences, read.transfers, read.transfer_counts, read.notices, read.reports, read.reattachments, mail.queue, mail.acts,
            read.improvement_actions, read.improvement_ties, improvement.ties_to_tell;
        delete from journal.checkpoints
        """);
}
