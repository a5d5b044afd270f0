namespace SpPlus.Web.Texts;

/// <summary>Marks the resource files of the same name.</summary>
internal sealed class OpenDataTexts;
