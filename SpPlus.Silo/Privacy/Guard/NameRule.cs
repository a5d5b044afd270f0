using System.Collections.Frozen;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>
/// A name after a civility, however either is typed. « Mme la préfète », « Monsieur le Directeur », « le monsieur du guichet », « 2 M.
/// d’euros » and « Me rendre » are none, nor are initials and what moderation has put for a name.
/// </summary>
internal sealed class NameRule : PersonalDataRule
{
    private const int LongestName = 8;

    /// <summary>Before a name with a capital or without.</summary>
    private static readonly FrozenSet<string> Civilities = FrozenSet.ToFrozenSet(
        [
            "mr", "mme", "mmes", "mm", "mlle", "mle", "melle", "mdm", "mdme", "madme", "madame", "madamme", "monsieur", "monsieu",
            "mosieur", "monsier", "mademoiselle", "dr",
        ]);

    /// <summary>Before a capital only: in small letters a word follows.</summary>
    private static readonly FrozenSet<string> BeforeCapitals = FrozenSet.ToFrozenSet(
        [
            "m", "me", "mrs", "ms", "miss", "docteur", "docteure", "pr", "prof", "professeur", "professeure", "maitre", "dame", "sieur",
            "mesdames", "messieurs",
        ]);

    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
        [
            "de", "du", "d", "des", "la", "le", "les", "l", "el", "al", "ben", "bin", "van", "von", "der", "den", "di", "da", "dos", "st",
            "saint", "sainte", "o", "n", "m",
        ]);

    private static readonly FrozenSet<string> Determiners = FrozenSet.ToFrozenSet(
        [
            "le", "la", "les", "un", "une", "ce", "cette", "ces", "des", "mon", "ma", "vieux", "vieille", "jeune", "petit", "petite",
            "bonne", "brave", "chere", "cher", "autre", "bonjour", "bonsoir", "merci",
        ]);

    private static readonly FrozenSet<string> NamedAfter = FrozenSet.ToFrozenSet(
        [
            "rue", "avenue", "boulevard", "bd", "place", "allee", "impasse", "quai", "square", "cours", "chemin", "hopital", "clinique",
            "ecole", "lycee", "college", "stade", "gymnase", "centre", "fondation", "parc", "pont",
        ]);

    public override PersonalDataKind Kind => PersonalDataKind.Name;

    public override IEnumerable<Passage> In(GuardedText text)
    {
        for (var token = 0; token < text.Tokens.Count; token++)
        {
            if (!IsCivility(text, token) || NameAfter(text, token) is not { } end) continue;
            yield return new(text.Tokens[token].Start, text.Tokens[end - 1].End);
            token = end - 1;
        }
    }

    private static bool IsCivility(GuardedText text, int token)
    {
        if (!text.Is(token, TokenKind.Word)) return false;
        var word = text.Word(token);
        if (!Civilities.Contains(word) && !BeforeCapitals.Contains(word)) return false;
        if (text.Touches(token) && text.IsAny(token - 1, "-'_@")) return false;
        if (text.Touches(token) && text.Is(token - 1, TokenKind.Digits)) return false;
        if (IsNamedAfter(text, token)) return false;
        return word switch
        {
            "m" => (text.IsCapital(token) || (text.Is(token + 1, '.') && !text.Touches(token + 2))) && !text.Is(token - 1, TokenKind.Digits),
            "me" or "pr" or "ms" => text.IsCapital(token) && !text.IsAllCapitals(token),
            "mm" => text.IsAllCapitals(token) && !text.Is(token - 1, TokenKind.Digits),
            _ => true,
        };
    }

    /// <summary>Rue du Docteur Calmette is a street.</summary>
    private static bool IsNamedAfter(GuardedText text, int token)
    {
        var before = token - 1;
        while (token - before <= 3 && text.Word(before) is "du" or "de" or "la" or "des") before--;
        return NamedAfter.Contains(text.Word(before));
    }

    /// <summary>The token after the name.</summary>
    private static int? NameAfter(GuardedText text, int civility)
    {
        var (at, hasPoint) = (civility + 1, false);
        if (text.Is(at, '.') && text.Touches(at)) (at, hasPoint) = (at + 1, true);
        if (text.Before(at) == Gap.Line || (text.Touches(at) && !hasPoint) || !text.Is(at, TokenKind.Word)) return null;
        if (Initial(text, at) is { } afterInitial) return Known(text, afterInitial) ? Whole(text, afterInitial) : null;
        if (text.IsCapital(at) || !Particles.Contains(text.Word(at))) return First(text, civility, at);
        return AfterParticle(text, civility, at);
    }

    /// <summary>« Mme de La Tour »: small words, then a capital. « Mme la préfète », « la madame de la CAF » are not that.</summary>
    private static int? AfterParticle(GuardedText text, int civility, int particle)
    {
        if (IsBretonOrNorman(text, civility, particle)) return Whole(text, particle + 1);
        if (AfterOffice(text, particle) is { } officeHolder) return Whole(text, officeHolder);
        if (text.Word(particle) is "la" or "le" or "les" or "l" or "des" || IsDetermined(text, civility)) return null;
        var at = particle;
        while (at - particle < 4 && text.Before(at) != Gap.Line && (text.Is(at, '\'') || IsParticle(at))) at++;
        var isAcronym = text.IsAllCapitals(at) && !text.IsAllCapitals(civility) && text.Tokens[at].Length <= 6;
        if (!text.IsCapital(at) || text.Before(at) == Gap.Line || isAcronym) return null;
        return Known(text, at) ? Whole(text, at) : null;

        // Saint-Exemple is a name.
        bool IsParticle(int token) => Particles.Contains(text.Word(token)) && !(text.IsCapital(token) && text.Is(token + 1, '-'));
    }

    /// <summary>« mme le tallec »: no office of a woman's has « le » before it, but those that have no feminine.</summary>
    private static bool IsBretonOrNorman(GuardedText text, int civility, int particle) =>
        text.Word(particle) == "le" && text.Word(civility).StartsWith("mme", StringComparison.Ordinal) && text.Before(particle + 1) == Gap.Space
        && text.Is(particle + 1, TokenKind.Word) && text.Tokens[particle + 1].Length > 2 && !CommonWords.Follows(text.Word(particle + 1));

    /// <summary>« Mme la conseillère Martin »: the token of the name after an office.</summary>
    private static int? AfterOffice(GuardedText text, int article)
    {
        var office = text.Is(article + 1, '\'') ? article + 2 : article + 1;
        var isOffice = text.Word(article) is "la" or "le" or "l" && CommonWords.IsOffice(text.Word(office));
        return isOffice && text.Before(office + 1) == Gap.Space && Known(text, office + 1) ? office + 1 : null;
    }

    private static int? First(GuardedText text, int civility, int at)
    {
        if (text.IsCapital(at)) return Capital(text, at);
        if (!Civilities.Contains(text.Word(civility)) || IsDetermined(text, civility) || CommonWords.Follows(text.Word(at))) return null;
        // « madame calmez vous »
        var isAsked = text.Word(text.Is(at + 1, '-') ? at + 2 : at + 1) is "vous" or "moi" or "nous";
        return text.Tokens[at].Length > 2 && !isAsked ? Whole(text, at) : null;
    }

    private static int? Capital(GuardedText text, int at)
    {
        // « Monsieur Le Maire », « Madame La Préfète »; M. Le Goff is somebody.
        if (text.Word(at) is "le" or "la" or "l" or "les")
        {
            var next = text.Is(at + 1, '\'') ? at + 2 : at + 1;
            return text.IsCapital(next) && text.Before(next) != Gap.Line && Known(text, next) ? Whole(text, next) : null;
        }

        // O’Connor, N’Diaye, D’Exemple.
        if (text.Tokens[at].Length == 1 && text.Is(at + 1, '\'') && text.IsCapital(at + 2) && text.Touches(at + 2)) return Whole(text, at + 2);
        if (Particles.Contains(text.Word(at)) && text.IsCapital(at + 1) && text.Before(at + 1) == Gap.Space) at++;
        return Known(text, at) ? Whole(text, at) : null;
    }

    /// <summary>Two letters or more that are no office, no word, and no row of X.</summary>
    private static bool Known(GuardedText text, int at)
    {
        if (!text.IsCapital(at) || CommonWords.IsFunction(text.Word(at)) || CommonWords.IsOffice(text.Word(at))) return false;
        if (Civilities.Contains(text.Word(at)) || BeforeCapitals.Contains(text.Word(at))) return false;
        var isInitials = text.IsAllCapitals(at) && text.Tokens[at].Length <= 2;
        return text.Tokens[at].Length > 1 && !isInitials && !text.Word(at).EndsWith("xx", StringComparison.Ordinal);
    }

    /// <summary>« Mme C. Martin »: the token of the name after the initial.</summary>
    private static int? Initial(GuardedText text, int at) =>
        text.IsInitial(at) && text.IsCapital(at + 2) && text.Before(at + 2) != Gap.Line ? at + 2 : null;

    private static bool IsDetermined(GuardedText text, int civility) =>
        text.Word(civility) != "dr" && Determiners.Contains(text.Word(civility - 1)) && text.Before(civility) == Gap.Space;

    /// <summary>The token after a name that begins here: what a dash or an apostrophe joins, and further capitals.</summary>
    private static int Whole(GuardedText text, int first)
    {
        var at = first + 1;
        while (at - first < LongestName)
        {
            if (text.Touches(at) && text.IsAny(at, "-'") && text.Touches(at + 1) && text.Is(at + 1, TokenKind.Word)) at += 2;
            else if (text.Before(at) == Gap.Space && text.IsCapital(first) && Known(text, at)) at++;
            else if (text.Before(at) == Gap.Space && text.IsInitial(at)) return at + 2;
            else break;
        }

        return at;
    }
}
