using SpPlus.Silo.Mail.Letters;

namespace SpPlus.Silo.Mail.News;

/// <summary>Writes the letter of a span of news to one agent (STEP-3).</summary>
internal interface INewsWriter
{
    /// <summary>Null when nothing is left to tell, or nobody to tell it to; it throws while that cannot be said.</summary>
    Task<(Letter Letter, string Address)?> Write(MailKey key);
}
