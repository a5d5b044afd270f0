namespace SpPlus.Web.OpenData;

/// <summary>An improvement action as an experience's rows name it.</summary>
internal sealed record TiedAction(string Title, DateTimeOffset PublishedAt);
