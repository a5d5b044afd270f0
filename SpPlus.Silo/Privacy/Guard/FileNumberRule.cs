using System.Collections.Frozen;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>
/// A number that an administration knows a person by: six digits or more after a word such as « allocataire », « dossier » or
/// « fiscal ». Dates, years, amounts, and the numbers of laws and forms are left.
/// </summary>
internal sealed class FileNumberRule : PersonalDataRule
{
    private const int MaximumConnectors = 12;
    private const int MaximumParts = 12;
    private const int FewestDigits = 6;
    private const int FewestMixed = 8;

    private static readonly string[] Stems =
    [
        "allocat", "alocat", "fisca", "dossier", "dosier", "identifian", "matricul", "adherent", "assure", "usager", "candidat",
        "etranger", "agdref", "demand",
        "referen", "recepiss", "sejour", "passepor", "identit", "teledeclar", "contrat", "permis", "client", "inscription", "imposition",
        "reclamation", "etudiant", "beneficiaire", "demandeur", "declarant",
    ];

    private static readonly int ShortestStem = Stems.Min(stem => stem.Length);

    /// <summary>Stems by their first letters, so that most words are asked for once.</summary>
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> StemsFrom =
        Stems.GroupBy(stem => stem[..ShortestStem]).ToFrozenDictionary(g => g.Key, g => g.ToArray()).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "alloc", "caf", "ref", "spi", "ine", "mdph", "dgfip", "cpam", "file", "case", "reference", "ticket", "suivi",
    ]);

    private static readonly FrozenSet<string> Connectors = FrozenSet.ToFrozenSet(
    [
        "numero", "numeros", "num", "n", "no", "nr", "nº", "nos", "est", "le", "la", "les", "de", "du", "d", "des", "mon", "ma", "mes",
        "ce", "c", "son", "sa", "caf", "cpam", "pole", "emploi",
        "france", "travail", "unique", "logement", "social", "sociale", "sejour", "fiscal", "fiscale", "conduire", "identite", "ants",
        "mdph", "cnaf", "reference", "ref", "dossier", "allocataire",
        "suivant", "suivante", "votre", "vos", "notre", "was", "is", "number", "id", "portant", "sous", "rsa", "apl", "msa", "titre", "a",
        "meme", "toujours", "actuel", "impots", "impot", "gouv", "enregistree", "enregistre",
    ]);

    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet(
    [
        "euros", "euro", "eur", "€", "francs", "km", "habitants", "dossiers", "personnes", "demandes",
    ]);

    public override PersonalDataKind Kind => PersonalDataKind.FileNumber;

    public override bool NeedsDigits => true;

    public override IEnumerable<Passage> In(GuardedText text)
    {
        for (var token = 0; token < text.Tokens.Count; token++)
        {
            if (!Announces(text, token) || NumberAfter(text, token) is not { } end) continue;
            yield return new(text.Tokens[token].Start, text.Tokens[end - 1].End);
            token = end - 1;
        }
    }

    private static bool Announces(GuardedText text, int token)
    {
        if (!text.Is(token, TokenKind.Word)) return false;
        var word = text.Word(token);
        if (Words.Contains(word)) return true;
        return word.Length >= ShortestStem && StemsFrom.TryGetValue(word.AsSpan(0, ShortestStem), out var stems)
            && Array.Exists(stems, stem => word.StartsWith(stem, StringComparison.Ordinal));
    }

    /// <summary>The token after the number.</summary>
    private static int? NumberAfter(GuardedText text, int keyword)
    {
        for (var token = keyword + 1; token - keyword <= MaximumConnectors; token++)
        {
            if (text.Before(token) == Gap.Line) return null;
            if (Number(text, token) is { } end) return end;
            var isConnector = text.Is(token, TokenKind.Word) ? Connectors.Contains(text.Word(token)) : text.IsAny(token, ":°º.,-(#'\"«/=");
            if (!isConnector) return null;
        }

        return null;
    }

    private static int? Number(GuardedText text, int start)
    {
        if (!text.Is(start, TokenKind.Digits) && !StartsWithCapitals(text, start)) return null;
        var (end, digits, letters) = (start, 0, 0);
        while (end - start < MaximumParts)
        {
            if (text.Is(end, TokenKind.Digits)) digits += text.Tokens[end].Length;
            else letters += text.Tokens[end].Length;
            end++;
            if (Continues(text, end, out var part)) end = part;
            else break;
        }

        if (IsAmountOrDate(text, start, end)) return null;
        return digits >= FewestDigits || (letters > 0 && digits >= 2 && digits + letters >= FewestMixed) ? end : null;
    }

    /// <summary>Capitals that digits or a dash follow without a space.</summary>
    private static bool StartsWithCapitals(GuardedText text, int token) =>
        text.IsAllCapitals(token) && text.Touches(token + 1)
        && (text.Is(token + 1, TokenKind.Digits) || (text.Is(token + 1, '-') && text.Touches(token + 2)));

    /// <summary>Another part of the number stands at or right after the token: digits, or capitals that touch what stands before them.</summary>
    private static bool Continues(GuardedText text, int token, out int part)
    {
        part = token;
        if (text.Before(token) == Gap.Line) return false;
        if (text.Touches(token) && text.IsAny(token, "-/._") && text.Touches(token + 1)) part = token + 1;
        if (text.Is(part, TokenKind.Digits)) return true;
        if (!text.Is(part, TokenKind.Word)) return false;
        if (part > token || text.Touches(part)) return text.IsAllCapitals(part) || text.Tokens[part].Length == 1;
        // The letter of an allocataire's key.
        return text.IsAllCapitals(part) && text.Tokens[part].Length == 1 && !text.Is(part + 1, '\'')
            && (!text.Touches(part + 1) || text.Is(part + 1, TokenKind.Sign));
    }

    private static bool IsAmountOrDate(GuardedText text, int start, int end)
    {
        if (Units.Contains(text.Word(end)) || text.Is(end, '€')) return true;
        var groups = Enumerable.Range(start, end - start).Where(t => text.Is(t, TokenKind.Digits)).Select(t => text.Word(t)).ToArray();
        if (groups.Length > 1 && groups.All(g => g is ['1', '9', _, _] or ['2', '0', _, _])) return true;
        return groups is [{ Length: <= 2 }, { Length: <= 2 }, { Length: 2 or 4 }] && text.IsAny(start + 1, "/.-");
    }
}
