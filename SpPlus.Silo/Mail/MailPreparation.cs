using Microsoft.Extensions.Options;
using MimeKit;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Mail.Letters;
using SpPlus.Silo.Mail.News;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Mail;

/// <summary>Makes the message of a mail that is due, from the journal as it stands now.</summary>
internal sealed class MailPreparation(
    IJournal journal, IAuthorVault vault, INewsWriter news, ReferenceLibrary reference, LetterLinks links, IOptions<MailOptions> options, TimeProvider time)
{
    private readonly Lazy<MailboxAddress> from = new(options.Value.Sender);

    public Task<Prepared> Prepare(MailKey key) => key is { Recipient: "", Experience: { } experience } ? ToAuthor(key, experience) : ToAgent(key);

    private async Task<Prepared> ToAgent(MailKey key) => await news.Write(key) is { } written
        ? new(Envelope.Of(written.Letter, key, from.Value, written.Address, time.GetUtcNow()), null)
        : Prepared.Overtaken;

    private async Task<Prepared> ToAuthor(MailKey key, ExperienceId id)
    {
        var experience = (await journal.Read(id, 0)).Aggregate(Experience.None, Fold.Apply);
        // Also before the vault is destroyed, which follows the author's decision by a moment.
        if (experience.Status is null or ExperienceStatus.Withdrawn || !experience.HasAddress) return Prepared.NoAddress;
        if (await vault.Open(id) is not { Address: { Length: > 0 } address } author) return Prepared.NoAddress;
        return LetterWriter.Write(key, experience, author.Language, author.TrackingToken, links, reference.Current, await ActionOf(key)) is { } letter
            ? new(Envelope.Of(letter, key, from.Value, address, time.GetUtcNow()), null)
            : Prepared.Overtaken;
    }

    private async Task<ImprovementAction?> ActionOf(MailKey key) =>
        key.Step == MailStep.ImprovementAction ? ImprovementAction.Of(await journal.Read(ImprovementActionId.Parse(key.Structure), 0)) : null;
}

/// <summary>A message, or what becomes of the mail when there is nothing to send.</summary>
internal sealed record Prepared(MimeMessage? Message, Settlement? Instead)
{
    public static readonly Prepared NoAddress = new(null, new(MailState.NoAddress));
    public static readonly Prepared Overtaken = new(null, new(MailState.Overtaken));

    /// <summary>The message is addressed: never in a log that prints records.</summary>
    public override string ToString() => nameof(Prepared);
}
