namespace SpPlus.Contracts.Accounts;

/// <summary>What an account may do, within its structure and the structures below it (RIGHT-1).</summary>
[GenerateSerializer, Alias("spplus.profile")]
public enum Profile
{
    /// <summary>lecteur</summary>
    Reader = 1,

    /// <summary>agent</summary>
    Agent = 2,

    /// <summary>super agent: also validates</summary>
    SuperAgent = 3,

    /// <summary>administrateur réseau</summary>
    NetworkAdministrator = 4,

    /// <summary>modérateur DITP</summary>
    Moderator = 5,

    /// <summary>administrateur DITP</summary>
    StewardAdministrator = 6,
}
