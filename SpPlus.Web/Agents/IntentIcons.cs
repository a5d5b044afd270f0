using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Agents;

internal static class IntentIcons
{
    public static string Of(Intent intent) => intent switch
    {
        Intent.Adopt => "joint",
        Intent.Complement => "comp",
        Intent.NotConcerned => "none",
        _ => "reply",
    };
}
