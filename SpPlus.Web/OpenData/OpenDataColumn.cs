namespace SpPlus.Web.OpenData;

/// <summary>A column of the open data: the name that the platform's data has always had, and what stands in it.</summary>
internal sealed record OpenDataColumn(string Name, string Key, Func<OpenDataRow, string?> Value);
