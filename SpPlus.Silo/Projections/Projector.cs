using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>
/// Reads facts after a checkpoint, in order, and moves rows and checkpoint in one transaction. The checkpoint's row lock lets one
/// work at a time, so a dead silo's work goes on in another. Facts are read up to the oldest transaction that still runs, so that one
/// that commits late is never skipped.
/// </summary>
internal sealed class Projector(NpgsqlDataSource database, IOptions<ProjectorOptions> options)
{
    /// <summary>One batch of one projection, from wherever it stands; true when there may be more.</summary>
    public async Task<bool> ProjectOnce(IProjection projection, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        return await Checkpoints.TakeOrCreate(connection, projection.Name, cancellation) is { } checkpoint
            && await Project([projection], checkpoint, null, connection, transaction, cancellation);
    }

    /// <summary>
    /// One batch of those that stand at the same place, read once for all of them; true when there may be more. They go on together or
    /// not at all, and no further than <paramref name="until"/>, where others stand: there they become one group.
    /// </summary>
    public async Task<bool> ProjectTogether(
        IReadOnlyList<IProjection> projections, JournalPosition after, JournalPosition? until, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var taken = await Checkpoints.Take(connection, [.. projections.Select(p => p.Name)], after, cancellation);
        return taken.Count > 0
            && await Project([.. projections.Where(p => taken.Contains(p.Name))], after, until, connection, transaction, cancellation);
    }

    private async Task<bool> Project(
        IReadOnlyList<IProjection> projections, JournalPosition after, JournalPosition? until,
        NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        if (await JournalRange.Next(connection, after, until, options.Value.BatchSize, cancellation) is not { } range) return false;
        var facts = await range.Read(connection, KindsOf(projections), cancellation);
        var given = new List<IProjection>();
        foreach (var projection in projections)
        {
            var own = projections.Count == 1 || projection.Kinds is null ? facts : Of(facts, projection.Kinds);
            if (own.Count == 0) continue;
            await projection.Project(own, connection, cancellation);
            given.Add(projection);
        }

        await Checkpoints.Move(connection, [.. projections.Select(p => p.Name)], range.UpTo, cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var projection in given) projection.Committed();
        return range.Size == options.Value.BatchSize || (until is not null && range.UpTo == until);
    }

    private static string[]? KindsOf(IReadOnlyList<IProjection> projections) =>
        projections.Any(p => p.Kinds is null) ? null : [.. projections.SelectMany(p => p.Kinds!).Distinct()];

    private static List<Recorded> Of(List<Recorded> facts, string[] kinds) => facts.FindAll(f => kinds.Contains(FactKinds.NameOf(f.Fact)));
}

/// <summary>For who projects by hand: a command without a silo.</summary>
internal sealed class Projector<TProjection>(TProjection projection, Projector projector)
    where TProjection : class, IProjection
{
    /// <summary>One batch; true when there may be more.</summary>
    public Task<bool> ProjectOnce(CancellationToken cancellation) => projector.ProjectOnce(projection, cancellation);
}
