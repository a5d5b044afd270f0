using System.Collections.Frozen;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>What streets are called, and what only sometimes is one.</summary>
internal static class StreetWords
{
    public static readonly FrozenSet<string> Sure = FrozenSet.ToFrozenSet(
    [
        "rue", "avenue", "ave", "boulevard", "bd", "bld", "bvd", "boul", "allee", "allees", "chemin", "impasse", "ruelle", "lotissement",
        "hameau", "faubourg", "fbg",
        "esplanade", "sentier", "sente", "chaussee", "montee", "traverse", "venelle",
    ]);

    /// <summary>Streets only with a point behind.</summary>
    public static readonly FrozenSet<string> Abbreviated = FrozenSet.ToFrozenSet(
    [
        "r", "av", "all", "ch", "chem", "imp", "pl", "rte", "sq", "fg", "bd", "bld", "boul", "lot", "res",
    ]);

    /// <summary>Many other things too: what follows must look like a name.</summary>
    public static readonly FrozenSet<string> Sometimes = FrozenSet.ToFrozenSet(
    [
        "place", "quai", "cours", "route", "square", "passage", "cour", "cite", "villa", "voie", "domaine", "mail", "parvis", "clos",
        "promenade", "residence", "av", "pl", "rte", "lot", "sq", "ch", "imp",
    ]);

    public static readonly FrozenSet<string> English = FrozenSet.ToFrozenSet(
    [
        "street", "st", "road", "rd", "lane", "avenue", "drive", "close", "terrace", "crescent", "gardens", "square",
    ]);

    public static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
    [
        "de", "du", "des", "d", "la", "le", "les", "l", "aux", "au", "a", "en",
    ]);

    /// <summary>What places are called after in small letters.</summary>
    public static readonly FrozenSet<string> Landmarks = FrozenSet.ToFrozenSet(
    [
        "mairie", "gare", "eglise", "republique", "liberte", "victoire", "marche", "poste", "ecole", "fontaine", "chateau", "paix",
        "halles", "halle", "bourse", "cathedrale", "nation", "resistance", "liberation", "port",
    ]);

    /// <summary>Of the streets that are named after a day.</summary>
    public static readonly FrozenSet<string> Months = FrozenSet.ToFrozenSet(
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"]);

    public static readonly FrozenSet<string> Numbers = FrozenSet.ToFrozenSet(
    [
        "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
        "vingt", "trente", "quarante", "cinquante", "soixante", "cent",
    ]);

    public static readonly FrozenSet<string> Living = FrozenSet.ToFrozenSet(
    [
        "habite", "habitons", "habitait", "habitais", "domicilie", "domiciliee", "domicilies", "demeurant", "demeure", "loge", "logee",
        "reside", "residons", "vis", "adresse",
    ]);
}
