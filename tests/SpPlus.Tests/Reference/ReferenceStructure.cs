namespace SpPlus.Tests.Reference;

internal sealed record ReferenceStructure(string Id, string Parent, string Name, string Kind, string Department, IReadOnlyList<string> Aliases);
