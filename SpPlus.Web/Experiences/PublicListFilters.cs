using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Experiences;

/// <summary>The list's filters as its address carries them. What is not in the reference data filters nothing.</summary>
public sealed record PublicListFilters
{
    public StructureId? Structure { get; init; }

    /// <summary>The words that a structure is looked for with; they choose none by themselves.</summary>
    public string? Search { get; init; }
    public string? Department { get; init; }
    public Feeling? Feeling { get; init; }
    public AnswerStatus? Answer { get; init; }

    public int Count => (Structure is null ? 0 : 1) + (Department is null ? 0 : 1) + (Feeling is null ? 0 : 1) + (Answer is null ? 0 : 1);

    internal static PublicListFilters Of(IQueryCollection query, ReferenceBook reference) => new()
    {
        Structure = StructureId.TryParse(query["structure"], out var structure) && reference.Structures.Contains(structure) ? structure : null,
        Search = query["cherche"].ToString().Trim() is { Length: > 0 and <= 200 } search ? search : null,
        Department = query["departement"].ToString() is { Length: > 0 } code && reference.Department(code) is not null ? code : null,
        Feeling = Enum.GetValues<Feeling>().Cast<Feeling?>().FirstOrDefault(f => Word(f!.Value) == query["ressenti"]),
        Answer = Enum.GetValues<AnswerStatus>().Cast<AnswerStatus?>().FirstOrDefault(a => Word(a!.Value) == query["reponse"]),
    };

    internal PublicListQuery Query(string? after) =>
        new() { Structure = Structure, Department = Department, Feeling = Feeling, Answer = Answer, After = after };

    internal string Address(string? after = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("structure", Structure?.Value), ("departement", Department), ("ressenti", Feeling is { } feeling ? Word(feeling) : null),
            ("reponse", Answer is { } answer ? Word(answer) : null), ("apres", after),
        ];
        return "/experiences" + QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }

    internal static string Word(Feeling feeling) => feeling switch
    {
        Contracts.Experiences.Feeling.Positive => "positif",
        Contracts.Experiences.Feeling.Neutral => "neutre",
        _ => "negatif",
    };

    internal static string Word(AnswerStatus answer) => answer switch
    {
        AnswerStatus.Awaiting => "attente",
        AnswerStatus.Partial => "partielle",
        _ => "repondue",
    };
}
