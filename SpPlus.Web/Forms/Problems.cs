using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Forms;

/// <summary>The silo's field errors, as sentences that say how to repair.</summary>
internal static class Problems
{
    public static string Sentence(IStringLocalizer<Shared> texts, FieldError error) => error.Problem switch
    {
        FieldProblem.TooShort => texts["Problem.TooShort", error.Limit, Math.Max(1, error.Limit - error.Actual)],
        FieldProblem.TooLong => texts["Problem.TooLong", error.Limit, error.Actual - error.Limit],
        FieldProblem.TooMany => texts["Problem.TooMany", error.Limit],
        _ => texts[$"Problem.{error.Problem}"],
    };
}
