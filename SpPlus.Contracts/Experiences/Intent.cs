namespace SpPlus.Contracts.Experiences;

/// <summary>What a structure says it will do (RESP-4): a promise, not a status.</summary>
[GenerateSerializer, Alias("spplus.intent")]
public enum Intent
{
    Answer = 1,
    Adopt = 2,
    Complement = 3,
    NotConcerned = 4,
}
