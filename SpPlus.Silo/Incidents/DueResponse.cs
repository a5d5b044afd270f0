using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Incidents;

/// <summary>One experience that an incident's response is still to be given to.</summary>
internal sealed record DueResponse
{
    public required Guid Incident { get; init; }
    public required ExperienceId Experience { get; init; }

    /// <summary>The subject in whose name it is given: what they may do is asked again.</summary>
    public required string OpenedBy { get; init; }
    public required ResponseText Response { get; init; }
    public ImmutableArray<string> Reviewed { get; init; } = [];

    /// <summary>The operation is the same in every silo and after every death: it is carried out once.</summary>
    public GiveStandingResponse Command() => new()
    {
        OperationId = new(SHA256.HashData(Encoding.UTF8.GetBytes($"spplus.incident\n{Incident}\n{Experience}")).AsSpan(0, 16)),
        Response = Response,
        Reviewed = Reviewed,
    };

    public override string ToString() => $"{nameof(DueResponse)} {Incident} {Experience}";
}
