namespace SpPlus.Silo.Privacy.Erasure;

/// <summary>An experience, to the eraser. Called inside the silo only; calling twice is harmless.</summary>
[Alias("spplus.erased-grain")]
internal interface IErasedGrain : IGrainWithStringKey
{
    /// <summary>
    /// Writes the snapshot anew from a state without the words; nothing that was being kept or written before it lands after it. Throws
    /// while the experience does not say that it is withdrawn, or erased, as far as that.
    /// </summary>
    [Alias("scrub")]
    Task Scrub(Reach reach);

    /// <summary>Records once how many facts were rewritten (AUD-1).</summary>
    [Alias("trace")]
    Task Trace(Reach reach, int facts);
}
