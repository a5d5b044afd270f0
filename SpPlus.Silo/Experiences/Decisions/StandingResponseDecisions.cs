using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// ROUTE-6: the DITP's own response, public at once; what may be taken back is the incident that gives it.
/// <code>
/// hors-structures is            becomes
/// not concerned yet             concerned, Publiée
/// À traiter, Non concernée      Publiée
/// being written or transferred  refused: somebody is about to answer, and what they wrote would be lost
/// Publiée, Adoptée              refused: the author has been told once
/// </code>
/// The others' standings do not move: they are awaited as before, and the experience is answered in part (RESP-6).
/// </summary>
internal static class StandingResponseDecisions
{
    public static readonly StructureId Structure = StructureId.Parse("hors-structures");

    public static Decision Give(Experience experience, GiveStandingResponse command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.GiveStandingResponse) is { } refusal) return Decision.Refuse(refusal);
        var standing = experience.StandingOf(Structure);
        if (standing is { IsAnswered: true }) return Decision.Refuse(Refusal.AlreadyAnswered);
        if (standing is { Draft: not null } or { Pending: not null } or { Transfer: not null }) return Decision.Refuse(Refusal.AlreadyConcerned);
        var (response, errors) = Check(command.Response, context.Reference);
        if (errors.Any) return errors.Refuse();
        if (PersonalData.Unseen(response.Text, command.Reviewed) is { IsEmpty: false } marks) return Decision.Refuse(marks);
        var published = new ResponsePublished { Structure = Structure, Version = (standing?.Published?.Version ?? 0) + 1, Response = response };
        return standing is null ? Decision.Of(new StructureAttached { Structure = Structure }, published) : Decision.Of(published);
    }

    public static (ResponseText Response, FieldErrors Errors) Check(ResponseText? response, ReferenceBook reference)
    {
        var (errors, formulas) = (new FieldErrors(), reference.FormulasFor(Structure));
        var clean = new ResponseText
        {
            Courtesy = Words.CleanOrNull(response?.Courtesy), Text = Words.Clean(response?.Text) ?? "", Signature = Words.CleanOrNull(response?.Signature),
        };
        errors.Require(nameof(ResponseText.Text), clean.Text, 1, ResponseDecisions.MaximumText);
        if (!IsListed(clean.Courtesy, formulas.Courtesies)) errors.Add(nameof(ResponseText.Courtesy), FieldProblem.Unknown);
        if (!IsListed(clean.Signature, formulas.Signatures)) errors.Add(nameof(ResponseText.Signature), FieldProblem.Unknown);
        return (clean, errors);

        static bool IsListed(string? chosen, ImmutableArray<string> list) => chosen is null || list.Any(formula => Words.CleanOrNull(formula) == chosen);
    }
}
