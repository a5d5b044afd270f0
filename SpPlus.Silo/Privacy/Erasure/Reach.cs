namespace SpPlus.Silo.Privacy.Erasure;

/// <summary>How far an author's decision reaches, each further than the one before. Numbers are stored.</summary>
[GenerateSerializer, Alias("spplus.reach")]
internal enum Reach
{
    /// <summary>The author is not written to any more.</summary>
    Address = 1,

    /// <summary>A withdrawal: also everything that the author wrote, and what moderators wrote to the author.</summary>
    AuthorsWords = 2,

    /// <summary>An erasure: also everything that anybody wrote about it.</summary>
    EveryWord = 3,
}
