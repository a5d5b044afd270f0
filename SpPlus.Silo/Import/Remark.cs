namespace SpPlus.Silo.Import;

/// <summary>Something to say about a record that was taken in.</summary>
internal readonly record struct Remark(RemarkKind Kind, string Detail = "");

internal enum RemarkKind
{
    UnquotedLineBreak,
    StrayQuotes,
    UnreadableBytes,
    ControlCharacters,
    NoTitle,
    NoStory,
    NoFeeling,
    NoDate,
    NoStructure,
    TitleOutOfLimits,
    StoryTooShort,
    StoryTooLong,
    PseudonymTooLong,
    ProcedureTooLong,
    ResponseTooLong,
    CommonResponse,
    ChannelsNotSeparable,
    UnknownStructure,
    UnknownChannel,
    UnknownBusinessTag,
    UnknownPlace,
    TooManyStructures,
    ResponseDateUnknown,
}

internal static class Remarks
{
    /// <summary>Repaired: what was recorded is not letter for letter what the source held. Otherwise it was taken as it is.</summary>
    public static bool IsRepair(this RemarkKind kind) => kind <= RemarkKind.NoStructure;

    public static string Text(this RemarkKind kind) => kind switch
    {
        RemarkKind.UnquotedLineBreak => "retour à la ligne sans guillemets : lignes réunies",
        RemarkKind.StrayQuotes => "guillemets isolés : gardés comme du texte",
        RemarkKind.UnreadableBytes => "octets illisibles : remplacés par �",
        RemarkKind.ControlCharacters => "caractères de contrôle ou invisibles : retirés",
        RemarkKind.NoTitle => "titre absent : « Sans titre »",
        RemarkKind.NoStory => "récit absent : titre repris",
        RemarkKind.NoFeeling => "ressenti absent ou inconnu : neutre",
        RemarkKind.NoDate => "date d’écriture absente : date de publication retenue",
        RemarkKind.NoStructure => "aucune structure : Hors-structures",
        RemarkKind.TitleOutOfLimits => "titre hors limites (5 à 150 caractères) : gardé",
        RemarkKind.StoryTooShort => "récit de moins de 50 caractères : gardé",
        RemarkKind.StoryTooLong => "récit de plus de 10 000 caractères : gardé",
        RemarkKind.PseudonymTooLong => "pseudonyme de plus de 40 caractères : gardé",
        RemarkKind.ProcedureTooLong => "démarche de plus de 150 caractères : gardée",
        RemarkKind.ResponseTooLong => "réponse de plus de 10 000 caractères : gardée",
        RemarkKind.CommonResponse => "réponse commune (non séparable) : publiée par la première structure, adoptée par les autres",
        RemarkKind.ChannelsNotSeparable => "canaux non séparables : attribués à la première structure",
        RemarkKind.UnknownStructure => "structure inconnue : Hors-structures",
        RemarkKind.UnknownChannel => "canal inconnu : non repris",
        RemarkKind.UnknownBusinessTag => "étiquette métier inconnue : non reprise",
        RemarkKind.UnknownPlace => "département ou pays inconnu : non repris",
        RemarkKind.TooManyStructures => "plus de 20 structures : gardées",
        RemarkKind.ResponseDateUnknown => "date de réponse absente : date de publication retenue",
        _ => kind.ToString(),
    };
}
