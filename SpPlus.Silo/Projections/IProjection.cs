using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>Turns facts into rows. Everything it writes goes through the given connection, in the transaction of the checkpoint.</summary>
internal interface IProjection
{
    /// <summary>The checkpoint's name: changing it projects everything again.</summary>
    string Name { get; }

    /// <summary>The kinds of facts that it is given, as <see cref="FactKinds"/> names them; null for all.</summary>
    string[]? Kinds => null;

    /// <summary>Facts in journal order; each is given once, whatever dies.</summary>
    Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation);

    /// <summary>After the transaction of the last <see cref="Project"/> is durable; lost when the silo dies before.</summary>
    void Committed()
    {
    }
}
