using System.Collections.Immutable;

namespace SpPlus.Silo.Experiences.Kept;

/// <summary>
/// Keeps what is being typed for one structure's response, through ADO.NET storage. Key: experience/structure. Called inside the silo
/// only, by the experience, which has looked at the caller's rights.
/// </summary>
[Alias("spplus.kept-texts-grain")]
internal interface IKeptTextsGrain : IGrainWithStringKey
{
    /// <summary>Durable on return; replaces what the same writer kept before.</summary>
    [Alias("keep")]
    Task Keep(KeptText text);

    [Alias("let-go")]
    Task LetGo(string subject);

    /// <summary>Everybody's: nobody is to take them up again.</summary>
    [Alias("destroy")]
    Task Destroy();

    [Alias("read")]
    Task<ImmutableArray<KeptText>> Read();
}
