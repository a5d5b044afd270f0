namespace SpPlus.Silo.Privacy;

/// <summary>Keeps one experience's words as they were sent, sealed (MOD-2). Called inside the silo only.</summary>
[Alias("spplus.sent-text-grain")]
internal interface ISentTextGrain : IGrainWithStringKey
{
    /// <summary>Durable on return; sealing again replaces.</summary>
    [Alias("seal")]
    Task Seal(SentText text);

    /// <summary>Null when there is none, or none any more; <see cref="SentText.Unreadable"/> when it does not open.</summary>
    [Alias("read")]
    Task<SentText?> Read();

    /// <summary>The key goes with the words: nothing can be read afterwards.</summary>
    [Alias("destroy")]
    Task Destroy();

    /// <summary>Under the current master key, whatever it was under. Nothing when it is destroyed.</summary>
    [Alias("rewrap")]
    Task Rewrap();
}
