using System.Net.Http.Json;
using System.Text.Json;

namespace SpPlus.Standalone.Check;

/// <summary>What the development mail server received.</summary>
internal sealed class Mailbox(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };

    /// <summary>The mails to an address, oldest first, once there are so many.</summary>
    public Task<IReadOnlyList<ReceivedMail>> ToAsync(string recipient, int count, CancellationToken cancellation) => Patience.UntilAsync(
        $"{recipient} has fewer than {count} mails",
        async token => await ReadAsync(recipient, token) is var mails && mails.Count >= count ? mails : null,
        cancellation);

    /// <summary>Every mail to whomever.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> EverythingAsync(CancellationToken cancellation) => await ReadAsync("", cancellation);

    public void Dispose() => http.Dispose();

    private async Task<IReadOnlyList<ReceivedMail>> ReadAsync(string recipient, CancellationToken cancellation)
    {
        var answer = await http.GetFromJsonAsync<JsonElement>("/api/email", cancellation);
        var mails = answer.ValueKind == JsonValueKind.Array ? answer : answer.EnumerateObject().First(p => p.Value.ValueKind == JsonValueKind.Array).Value;
        return
        [
            .. mails.EnumerateArray()
                .Where(mail => mail.GetProperty("to").GetRawText().Contains(recipient, StringComparison.OrdinalIgnoreCase))
                .Select(mail => new ReceivedMail(mail.GetProperty("subject").GetString() ?? "", Text(mail, "text"), Text(mail, "html"))
                {
                    Recipient = mail.GetProperty("to").GetRawText(), Everything = mail.GetRawText(),
                }),
        ];
    }

    private static string Text(JsonElement mail, string part) => mail.TryGetProperty(part, out var text) ? text.GetString() ?? "" : "";
}
