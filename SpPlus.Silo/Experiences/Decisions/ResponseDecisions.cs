using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// One structure's response, whatever the others do (RESP-1):
/// <code>
///               draft      ask validation   send back   publish             adopt
/// À traiter     En cours   À valider        refused     Publiée             Adoptée
/// En cours      En cours   À valider        refused     Publiée             Adoptée
/// À valider     En cours   À valider        En cours    Publiée             Adoptée
/// Publiée       refused    refused          refused     refused             refused
/// Adoptée       refused    refused          refused     refused             refused
/// Non concernée refused    refused          refused     refused             refused
/// </code>
/// Where the network wants validation, only the text that awaits it is published, by a super agent who did not write it: one who
/// changes it while publishing has written it (RESP-7).
/// </summary>
internal static class ResponseDecisions
{
    public const int MaximumText = 10_000;

    public static Decision Draft(Experience experience, SaveDraft command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.SaveDraft) is { } refused) return refused;
        var (response, errors) = Check(experience, command.Structure, command.Response, minimum: 0);
        return errors.Any ? errors.Refuse() : Decision.Of(new DraftSaved { Structure = command.Structure, Response = response });
    }

    public static Decision AskValidation(Experience experience, RequestValidation command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.RequestValidation) is { } refused) return refused;
        if (MissingComplemented(experience, command.Structure, command.Response)) return Decision.Refuse(Refusal.NoSuchResponse);
        var (response, errors) = Check(experience, command.Structure, command.Response, minimum: 1);
        return errors.Any
            ? errors.Refuse()
            : Decision.Of(new ValidationRequested { Structure = command.Structure, Response = response });
    }

    public static Decision SendBack(Experience experience, SendBackResponse command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.SendBack) is { } refused) return refused;
        if (experience.StandingOf(command.Structure)!.Status != ResponseStatus.ToValidate) return Decision.Refuse(Refusal.WrongStatus);
        var (errors, word) = (new FieldErrors(), Words.CleanOrNull(command.Word));
        errors.Require(nameof(command.Word), word, 1, 1_000);
        return errors.Any ? errors.Refuse() : Decision.Of(new ResponseSentBack { Structure = command.Structure, Word = word! });
    }

    public static Decision Publish(Experience experience, PublishResponse command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.PublishResponse) is { } refused) return refused;
        var standing = experience.StandingOf(command.Structure)!;
        if (PublicationRefusal(standing, context.Account!, context) is { } refusal) return Decision.Refuse(refusal);
        if (MissingComplemented(experience, command.Structure, command.Response)) return Decision.Refuse(Refusal.NoSuchResponse);
        var (response, errors) = Check(experience, command.Structure, command.Response, minimum: 1);
        if (errors.Any) return errors.Refuse();
        if (context.Reference.ValidationRequired(command.Structure) && response != standing.Draft?.Response)
            return Decision.Refuse(Refusal.ValidatorIsAuthor);
        return Decision.Of(new ResponsePublished { Structure = command.Structure, Version = 1, Response = response });
    }

    public static Decision Adopt(Experience experience, AdoptResponse command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.AdoptResponse) is { } refused) return refused;
        if (command.Adopted == command.Structure || PublishedOf(experience, command.Adopted) is not { } published)
            return Decision.Refuse(Refusal.NoSuchResponse);
        // An adoption pins the version that was read: the structure puts its name to that text and no other (RESP-3).
        if (published.Version != command.AdoptedVersion) return Decision.Refuse(Refusal.StaleVersion, published.Version);
        return Decision.Of(new ResponseAdopted
        {
            Structure = command.Structure, Adopted = command.Adopted, AdoptedVersion = command.AdoptedVersion,
        });
    }

    /// <summary>RIGHT-1 and RESP-7: null when this account may publish what stands there.</summary>
    public static Refusal? PublicationRefusal(Standing standing, Account account, DecisionContext context)
    {
        if (!context.Reference.ValidationRequired(standing.Structure)) return null;
        if (account.Profile is not (Profile.SuperAgent or Profile.NetworkAdministrator)) return Refusal.ValidationRequired;
        if (standing.Status != ResponseStatus.ToValidate || standing.Draft is null) return Refusal.ValidationRequired;
        return standing.Draft.By.Subject == account.Subject ? Refusal.ValidatorIsAuthor : null;
    }

    private static Decision? Refused(
        Experience experience, ResponseCommand command, DecisionContext context, ExperienceActions action)
    {
        if (Rights.Check(experience, context, action, command.Structure) is { } refusal) return Decision.Refuse(refusal);
        var standing = experience.StandingOf(command.Structure)!;
        // Each structure's response has its own version: comparing the experience's would make the second structure to
        // answer look stale (RESP-2).
        if (standing.Version != command.ExpectedVersion) return Decision.Refuse(Refusal.StaleVersion, standing.Version);
        return standing.IsAnswered || standing.Status == ResponseStatus.NotConcerned ? Decision.Refuse(Refusal.WrongStatus) : null;
    }

    private static PublishedResponse? PublishedOf(Experience experience, StructureId structure) =>
        experience.StandingOf(structure) is { Status: ResponseStatus.Published } standing ? standing.Published : null;

    private static bool MissingComplemented(Experience experience, StructureId structure, ResponseText? response) =>
        response?.Complements is { } complemented && (complemented == structure || PublishedOf(experience, complemented) is null);

    private static (ResponseText Response, FieldErrors Errors) Check(
        Experience experience, StructureId structure, ResponseText? response, int minimum)
    {
        var clean = new ResponseText
        {
            Courtesy = Words.CleanOrNull(response?.Courtesy),
            Text = Words.Clean(response?.Text) ?? "",
            Signature = Words.CleanOrNull(response?.Signature),
            Complements = MissingComplemented(experience, structure, response) ? null : response?.Complements,
        };
        var errors = new FieldErrors();
        if (response is null) errors.Add(nameof(SaveDraft.Response), FieldProblem.Missing);
        if (minimum > 0) errors.Require(nameof(response.Text), clean.Text, minimum, MaximumText);
        else errors.Limit(nameof(response.Text), clean.Text, MaximumText);
        errors.Limit(nameof(response.Courtesy), clean.Courtesy, 300);
        errors.Limit(nameof(response.Signature), clean.Signature, 300);
        return (clean, errors);
    }
}
