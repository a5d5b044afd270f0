using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>Collects what is wrong with a command's fields, so that a person is told all of it at once.</summary>
internal sealed class FieldErrors
{
    private readonly ImmutableArray<FieldError>.Builder errors = ImmutableArray.CreateBuilder<FieldError>();

    public bool Any => errors.Count > 0;

    public void Add(string field, FieldProblem problem, int limit = 0, int actual = 0) =>
        errors.Add(new() { Field = field, Problem = problem, Limit = limit, Actual = actual });

    /// <summary>A text that must be there: its visible characters count for the minimum, all of them for the maximum.</summary>
    public void Require(string field, string? text, int minimum, int maximum)
    {
        var visible = text is null ? 0 : Words.VisibleLength(text);
        if (visible == 0) Add(field, FieldProblem.Missing, minimum);
        else if (text!.Length < minimum || visible < Math.Min(minimum, (minimum / 2) + 1)) Add(field, FieldProblem.TooShort, minimum, Math.Min(text.Length, visible));
        else Limit(field, text, maximum);
    }

    public void Limit(string field, string? text, int maximum)
    {
        if (text?.Length > maximum) Add(field, FieldProblem.TooLong, maximum, text.Length);
    }

    public Decision Refuse() => Decision.Refuse(errors.ToImmutable());
}
