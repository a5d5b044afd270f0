namespace SpPlus.AppHost;

/// <summary>The server that takes the platform's mail.</summary>
internal sealed record Mail(ReferenceExpression Host, ReferenceExpression Port, string From);
