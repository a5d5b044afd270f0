using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Submission;

/// <summary>The names of the form's fields: they are in the page, in links of banners, and in what people's browsers remember.</summary>
internal static class SubmissionFields
{
    public const string Step = "etape";
    public const string Action = "action";
    public const string Key = "cle";
    public const string Campaign = "campagne";

    /// <summary>Hidden from people: whoever fills it is a program, or a person told so.</summary>
    public const string Trap = "site";

    public const string Search = "recherche";
    public const string Service = "service";
    public const string UnknownService = "nesaitpas";
    public const string Title = "titre";
    public const string Story = "recit";
    public const string Day = "jour";
    public const string Month = "mois";
    public const string Year = "annee";
    public const string Department = "departement";
    public const string Country = "pays";
    public const string Procedure = "demarche";
    public const string Pseudonym = "pseudonyme";
    public const string Channel = "canal";
    public const string ChannelFeeling = "avis";
    public const string Feeling = "ressenti";
    public const string Email = "email";

    /// <summary>The step and the field where a person repairs what the silo calls by the command's property.</summary>
    public static (SubmissionStep Step, string Field) Of(string property) => property switch
    {
        nameof(SubmitExperience.Services) => (SubmissionStep.Service, Search),
        nameof(SubmitExperience.Title) => (SubmissionStep.Story, Title),
        nameof(SubmitExperience.Story) => (SubmissionStep.Story, Story),
        nameof(SubmitExperience.ContactDate) => (SubmissionStep.Story, Day),
        nameof(SubmitExperience.Department) => (SubmissionStep.Story, Department),
        nameof(SubmitExperience.Country) => (SubmissionStep.Story, Country),
        nameof(SubmitExperience.Procedure) => (SubmissionStep.Story, Procedure),
        nameof(SubmitExperience.Pseudonym) => (SubmissionStep.Story, Pseudonym),
        nameof(SubmitExperience.Feeling) => (SubmissionStep.Contacts, Feeling),
        _ => (SubmissionStep.Check, Email),
    };
}
