using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// SUBMIT-1. (none) → Submitted; anything else is refused: an id belongs to the first who used it.
/// </summary>
internal static class SubmissionDecisions
{
    public const int MaximumServices = 5;

    public static Decision Submit(Experience experience, SubmitExperience command, DecisionContext context)
    {
        if (experience.Status is not null) return Decision.Refuse(Refusal.WrongStatus);
        var errors = Check(command, context);
        if (errors.Any) return errors.Refuse();
        return Decision.Of(new ExperienceSubmitted
        {
            ContactDate = command.ContactDate,
            Department = command.Department,
            Country = command.Country,
            Feeling = command.Feeling,
            Services = command.Services,
            Campaign = Words.CleanLineOrNull(command.Campaign),
            Language = command.Language == "en" ? "en" : "fr",
            HasAddress = !string.IsNullOrWhiteSpace(command.Email),
            TrackingTokenHash = TrackingToken.Hash(command.TrackingToken),
        });
    }

    /// <summary>What goes under seal: cleaned as it will be shown.</summary>
    public static SentText TextOf(SubmitExperience command) => new()
    {
        Title = Words.CleanLine(command.Title) ?? "",
        Story = Words.Clean(command.Story) ?? "",
        Pseudonym = Words.CleanLineOrNull(command.Pseudonym),
        Procedure = Words.CleanLineOrNull(command.Procedure),
    };

    public static FieldErrors Check(SubmitExperience command, DecisionContext context)
    {
        var (errors, text) = (new FieldErrors(), TextOf(command));
        errors.Require(nameof(command.Title), text.Title, 5, 150);
        errors.Require(nameof(command.Story), text.Story, 50, 10_000);
        errors.Limit(nameof(command.Pseudonym), text.Pseudonym, 40);
        errors.Limit(nameof(command.Procedure), text.Procedure, 150);
        errors.Limit(nameof(command.Campaign), command.Campaign, 60);
        if (!Enum.IsDefined(command.Feeling)) errors.Add(nameof(command.Feeling), FieldProblem.Missing);
        // A day ahead of UTC has begun somewhere on Earth, the French territories included.
        if (command.ContactDate > DateOnly.FromDateTime(context.Now.UtcDateTime.AddHours(14)))
            errors.Add(nameof(command.ContactDate), FieldProblem.InTheFuture);
        else if (command.ContactDate.Year < 1900) errors.Add(nameof(command.ContactDate), FieldProblem.Malformed);
        CheckPlace(command, context, errors);
        CheckServices(command, context, errors);
        if (!string.IsNullOrWhiteSpace(command.Email) && !EmailAddress.IsWellFormed(command.Email.Trim()))
            errors.Add(nameof(command.Email), FieldProblem.Malformed);
        if (command.TrackingToken is not { Length: >= 22 and <= 100 }) errors.Add(nameof(command.TrackingToken), FieldProblem.Malformed);
        return errors;
    }

    private static void CheckPlace(SubmitExperience command, DecisionContext context, FieldErrors errors)
    {
        if (command.Department is null && command.Country is null) errors.Add(nameof(command.Department), FieldProblem.Missing);
        if (command.Department is { } code && !context.Reference.HasDepartment(code))
            errors.Add(nameof(command.Department), FieldProblem.Unknown);
        if (command.Country is { } country && !context.Reference.HasCountry(country))
            errors.Add(nameof(command.Country), FieldProblem.Unknown);
    }

    private static void CheckServices(SubmitExperience command, DecisionContext context, FieldErrors errors)
    {
        const string Field = nameof(command.Services);
        if (command.Services.IsDefault)
        {
            errors.Add(Field, FieldProblem.Malformed);
            return;
        }

        if (command.Services.Length > MaximumServices)
            errors.Add(Field, FieldProblem.TooMany, MaximumServices, command.Services.Length);
        if (command.Services.DistinctBy(s => s.Structure).Count() != command.Services.Length)
            errors.Add(Field, FieldProblem.Malformed);
        foreach (var service in command.Services.Take(MaximumServices))
        {
            if (!context.Structures.Contains(service.Structure)) errors.Add(Field, FieldProblem.Unknown);
            QualificationDecisions.CheckChannels(service.Channels, Field, context, errors);
        }
    }
}
