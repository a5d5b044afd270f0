using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// One structure's response, whatever the others do (RESP-1). What may be asked at which stage, <see cref="Rule.All"/> says:
/// <code>
///                          draft      ask validation   send back   publish, when its window has closed   adopt, the same
/// À traiter, En cours      En cours   À valider        refused     Publiée                               Adoptée
/// À valider                En cours   À valider        En cours    Publiée                               Adoptée
/// Publiée                  Publiée    Publiée          Publiée     Publiée, next version                 refused
/// Adoptée                  Adoptée    Adoptée          Adoptée     Publiée                               Adoptée, newer version
/// being published          refused    refused          refused     refused                               refused
/// being transferred        En cours   refused          refused     refused                               refused
/// Non concernée            refused    refused          refused     refused                               refused
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
        var (response, errors) = Check(experience, command, command.Response, minimum: 0, context);
        return errors.Any ? errors.Refuse() : Decision.Of(new DraftSaved { Structure = command.Structure, Response = response });
    }

    public static Decision AskValidation(Experience experience, RequestValidation command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.RequestValidation) is { } refused) return refused;
        if (MissingComplemented(experience, command.Structure, command.Response)) return Decision.Refuse(Refusal.NoSuchResponse);
        var (response, errors) = Check(experience, command, command.Response, minimum: 1, context);
        if (errors.Any) return errors.Refuse();
        if (PersonalData.Unseen(response.Text, command.Reviewed) is { IsEmpty: false } marks) return Decision.Refuse(marks);
        return Decision.Of(new ValidationRequested { Structure = command.Structure, Response = response });
    }

    public static Decision SendBack(Experience experience, SendBackResponse command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.SendBack) is { } refused) return refused;
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
        var (response, errors) = Check(experience, command, command.Response, minimum: 1, context);
        if (errors.Any) return errors.Refuse();
        if (context.Reference.ValidationRequired(command.Structure) && response != standing.Draft?.Response)
            return Decision.Refuse(Refusal.ValidatorIsAuthor);
        // What awaited validation has been looked at when it was handed in.
        if (standing.Draft is not { AwaitsValidation: true } draft || draft.Response != response)
        {
            if (PersonalData.Unseen(response.Text, command.Reviewed) is { IsEmpty: false } marks) return Decision.Refuse(marks);
        }

        if (response == standing.Published?.Response) return Decision.Refuse(Refusal.NothingChanged);
        var version = (standing.Published?.Version ?? 0) + 1;
        return Decision.Of(context.UndoWindow(command.Structure) is { Ticks: > 0 } window
            ? new PublicationScheduled { Structure = command.Structure, ClosesAt = context.Now + window, Response = response, Version = version }
            : new ResponsePublished { Structure = command.Structure, Version = version, Response = response });
    }

    public static Decision Adopt(Experience experience, AdoptResponse command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.AdoptResponse) is { } refused) return refused;
        var standing = experience.StandingOf(command.Structure)!;
        if (standing.Status == ResponseStatus.Published) return Decision.Refuse(Refusal.WrongStatus);
        if (command.Adopted == command.Structure || PublishedOf(experience, command.Adopted) is not { } published)
            return Decision.Refuse(Refusal.NoSuchResponse);
        // An adoption pins the version that was read: the structure puts its name to that text and no other (RESP-3).
        if (published.Version != command.AdoptedVersion) return Decision.Refuse(Refusal.StaleVersion, published.Version);
        if (standing.Adoption is { } adoption && adoption.Adopted == command.Adopted && adoption.Version == command.AdoptedVersion)
            return Decision.Refuse(Refusal.NothingChanged);
        return Decision.Of(context.UndoWindow(command.Structure) is { Ticks: > 0 } window
            ? new PublicationScheduled
            {
                Structure = command.Structure, ClosesAt = context.Now + window, Adopted = command.Adopted, AdoptedVersion = command.AdoptedVersion,
            }
            : new ResponseAdopted { Structure = command.Structure, Adopted = command.Adopted, AdoptedVersion = command.AdoptedVersion });
    }

    /// <summary>RESP-5: until the window closes; a second later it may be public already.</summary>
    public static Decision TakeBack(Experience experience, TakeBackResponse command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.TakeBackResponse, command.Structure) is { } refusal) return Decision.Refuse(refusal);
        var standing = experience.StandingOf(command.Structure)!;
        if (standing.IsAnswered && standing.Pending is null) return Decision.Refuse(Refusal.TooLate);
        if (Rule.Of(ExperienceActions.TakeBackResponse).RefusalAt(Stages.Of(standing)) is { } wrong) return Decision.Refuse(wrong);
        if (!MayTakeBack(standing, context.Account!, context)) return Decision.Refuse(Refusal.NotAllowed);
        var isMeant = command.ClosesAt is { } closesAt ? closesAt == standing.Pending!.ClosesAt : command.ExpectedVersion == standing.Version;
        if (!isMeant) return Decision.Refuse(Refusal.StaleVersion, standing.Version);
        return context.Now < standing.Pending!.ClosesAt
            ? Decision.Of(new PublicationTakenBack
            {
                Structure = command.Structure, Status = standing.Pending.Before, AwaitsValidation = standing.Draft is { AwaitsValidation: true },
            })
            : Decision.Refuse(Refusal.TooLate);
    }

    /// <summary>RIGHT-1 and RESP-7: null when this account may publish what stands there.</summary>
    public static Refusal? PublicationRefusal(Standing standing, Account account, DecisionContext context)
    {
        if (!context.Reference.ValidationRequired(standing.Structure)) return null;
        if (account.Profile is not (Profile.SuperAgent or Profile.NetworkAdministrator)) return Refusal.ValidationRequired;
        if (standing.Draft is not { AwaitsValidation: true }) return Refusal.ValidationRequired;
        return standing.Draft.By.Subject == account.Subject ? Refusal.ValidatorIsAuthor : null;
    }

    /// <summary>RESP-5: who published it, and who may publish for the structure.</summary>
    public static bool MayTakeBack(Standing standing, Account account, DecisionContext context) =>
        standing.Pending is { } pending
        && (pending.By.Subject == account.Subject || pending.Adopted is not null || !context.Reference.ValidationRequired(standing.Structure)
            || account.Profile is Profile.SuperAgent or Profile.NetworkAdministrator);

    private static Decision? Refused(
        Experience experience, ResponseCommand command, DecisionContext context, ExperienceActions action)
    {
        if (Rights.Check(experience, context, action, command.Structure) is { } refusal) return Decision.Refuse(refusal);
        var standing = experience.StandingOf(command.Structure)!;
        // Each structure's response has its own version: comparing the experience's would make the second structure to
        // answer look stale (RESP-2).
        if (standing.Version != command.ExpectedVersion) return Decision.Refuse(Refusal.StaleVersion, standing.Version);
        return Rule.Of(action).RefusalAt(Stages.Of(standing)) is { } wrong ? Decision.Refuse(wrong) : null;
    }

    private static PublishedResponse? PublishedOf(Experience experience, StructureId structure) =>
        experience.StandingOf(structure) is { Status: ResponseStatus.Published } standing ? standing.Published : null;

    private static bool MissingComplemented(Experience experience, StructureId structure, ResponseText? response) =>
        response?.Complements is { } complemented && (complemented == structure || PublishedOf(experience, complemented) is null);

    private static (ResponseText Response, FieldErrors Errors) Check(
        Experience experience, ResponseCommand command, ResponseText? response, int minimum, DecisionContext context)
    {
        var structure = command.Structure;
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
        var (formulas, standing) = (context.Reference.FormulasFor(structure), experience.StandingOf(structure)!);
        if (!IsListed(clean.Courtesy, formulas.Courtesies, r => r.Courtesy)) errors.Add(nameof(response.Courtesy), FieldProblem.Unknown);
        if (!IsListed(clean.Signature, formulas.Signatures, r => r.Signature)) errors.Add(nameof(response.Signature), FieldProblem.Unknown);
        return (clean, errors);

        // A list may have changed since.
        bool IsListed(string? chosen, ImmutableArray<string> list, Func<ResponseText, string?> part) =>
            chosen is null || list.Any(formula => Words.CleanOrNull(formula) == chosen)
            || (standing.Draft is { } draft && part(draft.Response) == chosen)
            || (standing.Published is { } published && part(published.Response) == chosen);
    }
}
