using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Agents;

/// <summary>
/// What the response's form holds: what was just typed, else what its reader typed and never saved, else the structure's draft, else
/// what is published and may be amended; and the version that it was begun on.
/// </summary>
public sealed record EditorText
{
    public string? Courtesy { get; private init; }
    public string? Text { get; private init; }
    public string? Signature { get; private init; }
    public string? Complements { get; private init; }
    public int Version { get; private init; }

    /// <summary>The response is public already: what is written takes its place (RESP-5).</summary>
    public bool IsAmendment { get; private init; }

    /// <summary>The reader's own text that was never saved.</summary>
    public KeptTextView? TakenUp { get; private init; }

    public static EditorText Of(Workbench bench, string? courtesy, string? signature)
    {
        var acting = bench.Acting!;
        var isAmendment = acting.Status is ResponseStatus.Published or ResponseStatus.Adopted;
        if (bench.ReturnedResponse is { } typed)
        {
            if (typed is { IsStale: true, TakesTheirs: true } && acting.Draft?.Response is { } theirs)
            {
                return new()
                {
                    Courtesy = theirs.Courtesy, Text = theirs.Text, Signature = theirs.Signature, Complements = theirs.Complements?.Value,
                    Version = acting.Version, IsAmendment = isAmendment,
                };
            }

            return new()
            {
                Courtesy = typed["formule"], Text = typed is { IsStale: true, TakesMine: true } ? typed.Own : typed["texte"], Signature = typed["signature"], Complements = typed["complete"],
                Version = Workbench.VersionOf(typed, acting.Version), IsAmendment = isAmendment,
            };
        }

        var kept = acting.Kept.FirstOrDefault(k => k.IsCaller);
        var response = kept?.Response ?? acting.Draft?.Response ?? acting.Published?.Response;
        return new()
        {
            Courtesy = response is null ? courtesy : response.Courtesy,
            Text = response?.Text,
            Signature = response is null ? signature : response.Signature,
            Complements = response?.Complements?.Value,
            Version = kept?.Version ?? acting.Version,
            IsAmendment = isAmendment,
            TakenUp = kept,
        };
    }
}
