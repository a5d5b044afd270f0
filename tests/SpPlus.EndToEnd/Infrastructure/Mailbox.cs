using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace SpPlus.EndToEnd.Infrastructure;

/// <summary>What the development mail server received.</summary>
public sealed class Mailbox(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    /// <summary>The mails to an address, oldest first, once there are so many.</summary>
    public async Task<IReadOnlyList<Mail>> To(string recipient, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        IReadOnlyList<Mail> mails = [];
        try
        {
            do mails = await Read(recipient, patience.Token);
            while (mails.Count < count && await timer.WaitForNextTickAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Of {count} mails, {mails.Count} came: {string.Join(" / ", mails.Select(m => m.Subject))}");
        }

        return mails;
    }

    public void Dispose() => http.Dispose();

    private async Task<IReadOnlyList<Mail>> Read(string recipient, CancellationToken cancellation)
    {
        var all = await http.GetFromJsonAsync<JsonElement>("/api/email", cancellation);
        var list = all.ValueKind == JsonValueKind.Array ? all : all.EnumerateObject().First(p => p.Value.ValueKind == JsonValueKind.Array).Value;
        return
        [
            .. list.EnumerateArray()
                .Where(m => m.GetProperty("to").GetRawText().Contains(recipient, StringComparison.OrdinalIgnoreCase))
                .Select(m => new Mail(m.GetProperty("subject").GetString()!, m.TryGetProperty("text", out var text) ? text.GetString() ?? "" : ""))
        ];
    }
}

public sealed record Mail(string Subject, string Text);
