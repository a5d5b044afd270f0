namespace SpPlus.Web.Incidents;

/// <summary>The names of the form's fields and of its buttons' values.</summary>
internal static class IncidentFields
{
    public const string Action = "action";
    public const string Words = "q";
    public const string Service = "service";
    public const string Structure = "structure";
    public const string From = "du";
    public const string To = "au";
    public const string After = "apres";

    /// <summary>Chosen on an earlier page.</summary>
    public const string Chosen = "choisie";

    /// <summary>Ticked on this one.</summary>
    public const string Ticked = "coche";

    /// <summary>Listed on this one.</summary>
    public const string Listed = "vue";
    public const string Title = "titre";
    public const string Courtesy = "formule";
    public const string Text = "texte";
    public const string Signature = "signature";
    public const string Reviewed = "relu";
    public const string Passage = "passage";

    public const string Search = "chercher";
    public const string Add = "ajouter";
    public const string AddAll = "tout";
    public const string Next = "suivantes";
    public const string Choose = "choisir";
    public const string Write = "ecrire";
    public const string Preview = "apercu";
    public const string Open = "ouvrir";
}
