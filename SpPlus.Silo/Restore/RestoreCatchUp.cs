using SpPlus.Silo.Import;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Mail.News;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Restore;

/// <summary>Queues every mail that the restored journal asks for, so that all of them are there to be held.</summary>
internal sealed class RestoreCatchUp(
    Projector<MailProjection> mail,
    Projector<ReadModelProjection> pages,
    Projector<NoticeProjection> notices,
    Projector<ImprovementActionProjection> actions,
    NewsQueries news,
    ImportTable table,
    TimeProvider time)
{
    private const int Patience = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>False when a transaction that runs elsewhere on the server held it back for too long: run it again.</summary>
    public async Task<bool> Run(CancellationToken cancellation)
    {
        if (!await ToTheEnd(mail, "mail", cancellation) || !await ToTheEnd(pages, "read-model", cancellation)
            || !await ToTheEnd(notices, "notices", cancellation) || !await ToTheEnd(actions, "improvement-actions", cancellation)) return false;
        // Also what was to be told in the morning: the morning may have been.
        foreach (var (subject, _, toldAt) in await news.Due(cancellation)) await news.Queue(subject, toldAt, time.GetUtcNow(), cancellation);
        return true;
    }

    private async Task<bool> ToTheEnd<T>(Projector<T> projector, string name, CancellationToken cancellation) where T : class, IProjection
    {
        for (var waits = 0; waits < Patience; waits++)
        {
            while (await projector.ProjectOnce(cancellation)) waits = 0;
            if (!await table.IsBehind(name, cancellation)) return true;
            await Task.Delay(Pause, time, cancellation);
        }

        return false;
    }
}
