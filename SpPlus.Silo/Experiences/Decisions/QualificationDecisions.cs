using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>QUAL-1, QUAL-2: each block is saved by itself, against its own version; a stale save is refused with the current one.</summary>
internal static class QualificationDecisions
{
    public static Decision Channels(Experience experience, QualifyChannels command, DecisionContext context)
    {
        if (RefusalOf(experience, context, ExperienceActions.QualifyChannels, command.Structure) is { } refusal) return Decision.Refuse(refusal);
        var version = experience.StandingOf(command.Structure)!.ChannelsVersion;
        if (version != command.ExpectedVersion) return Decision.Refuse(Refusal.StaleVersion, version);
        var errors = new FieldErrors();
        CheckChannels(command.Channels, nameof(command.Channels), context, errors);
        return errors.Any
            ? errors.Refuse()
            : Decision.Of(new ChannelsQualified { Structure = command.Structure, Channels = command.Channels });
    }

    public static Decision GeneralTags(Experience experience, QualifyGeneralTags command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.QualifyGeneralTags) is { } refusal) return Decision.Refuse(refusal);
        if (experience.GeneralTagsVersion != command.ExpectedVersion)
            return Decision.Refuse(Refusal.StaleVersion, experience.GeneralTagsVersion);
        var errors = new FieldErrors();
        CheckList(command.Tags, t => t.Tag, context.Reference.HasGeneralTag, nameof(command.Tags), errors);
        if (!errors.Any) CheckFeelings(command.Tags.Select(t => t.Feeling), nameof(command.Tags), errors);
        return errors.Any ? errors.Refuse() : Decision.Of(new GeneralTagsQualified { Tags = command.Tags });
    }

    public static Decision BusinessTags(Experience experience, QualifyBusinessTags command, DecisionContext context)
    {
        if (RefusalOf(experience, context, ExperienceActions.QualifyBusinessTags, command.Structure) is { } refusal) return Decision.Refuse(refusal);
        var version = experience.StandingOf(command.Structure)!.BusinessTagsVersion;
        if (version != command.ExpectedVersion) return Decision.Refuse(Refusal.StaleVersion, version);
        var errors = new FieldErrors();
        CheckList(command.Tags, tag => tag, tag => context.Reference.HasBusinessTag(command.Structure, tag), nameof(command.Tags), errors);
        return errors.Any
            ? errors.Refuse()
            : Decision.Of(new BusinessTagsQualified { Structure = command.Structure, Tags = command.Tags });
    }

    public static Decision Improvements(Experience experience, NoteImprovements command, DecisionContext context)
    {
        if (RefusalOf(experience, context, ExperienceActions.NoteImprovements, command.Structure) is { } refusal) return Decision.Refuse(refusal);
        var version = experience.StandingOf(command.Structure)!.ImprovementsVersion;
        if (version != command.ExpectedVersion) return Decision.Refuse(Refusal.StaleVersion, version);
        var (errors, words) = (new FieldErrors(), Words.CleanOrNull(command.Words));
        CheckList(command.Improvements, id => id, context.Reference.HasImprovement, nameof(command.Improvements), errors);
        errors.Limit(nameof(command.Words), words, 2_000);
        return errors.Any
            ? errors.Refuse()
            : Decision.Of(new ImprovementsNoted { Structure = command.Structure, Improvements = command.Improvements, Words = words });
    }

    public static void CheckChannels(
        ImmutableArray<ChannelFeeling> channels, string field, DecisionContext context, FieldErrors errors)
    {
        CheckList(channels, c => c.Channel, context.Reference.HasChannel, field, errors);
        if (!channels.IsDefault) CheckFeelings(channels.Select(c => c.Feeling), field, errors);
    }

    private static Refusal? RefusalOf(Experience experience, DecisionContext context, ExperienceActions action, StructureId structure) =>
        Rights.Check(experience, context, action, structure) ?? Rule.Of(action).RefusalAt(Stages.Of(experience.StandingOf(structure)!));

    private static void CheckFeelings(IEnumerable<Feeling?> feelings, string field, FieldErrors errors)
    {
        if (feelings.Any(f => f is { } feeling && !Enum.IsDefined(feeling))) errors.Add(field, FieldProblem.Malformed);
    }

    private static void CheckList<T>(
        ImmutableArray<T> items, Func<T, string?> idOf, Func<string, bool> isKnown, string field, FieldErrors errors)
    {
        if (items.IsDefault || items.Select(idOf).Distinct().Count() != items.Length) errors.Add(field, FieldProblem.Malformed);
        else if (!items.All(item => idOf(item) is { } id && isKnown(id))) errors.Add(field, FieldProblem.Unknown);
    }
}
