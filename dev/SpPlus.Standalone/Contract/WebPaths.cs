namespace SpPlus.Standalone.Contract;

/// <summary>Where the identity provider sends people back to. The provider refuses any other address.</summary>
internal static class WebPaths
{
    public const string SignedIn = "/connexion/retour";
    public const string SignedOut = "/deconnexion/retour";
}
