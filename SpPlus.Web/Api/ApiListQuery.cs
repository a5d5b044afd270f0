using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Experiences;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Api;

/// <summary>What a list is asked for. A value that means nothing is an error, with its name: never a list that is not filtered.</summary>
internal sealed record ApiListQuery
{
    [FromQuery(Name = "structure"), Description("Id of a structure; its descendants count as well.")]
    public string? Structure { get; init; }

    [FromQuery(Name = "department"), Description("Code of a département, such as 33 or 2A.")]
    public string? Department { get; init; }

    [FromQuery(Name = "feeling"), Description("positive, neutral or negative.")]
    public string? Feeling { get; init; }

    [FromQuery(Name = "answer"), Description("awaiting, partial or answered.")]
    public string? Answer { get; init; }

    [FromQuery(Name = "after"), Description("The `next` of the page before.")]
    public string? After { get; init; }

    [FromQuery(Name = "limit"), Description("1 to 100, 20 if left out.")]
    public string? Limit { get; init; }

    public PublicListQuery? Read(ReferenceBook book, out Dictionary<string, string[]> errors)
    {
        var wrong = errors = [];
        var query = new PublicListQuery
        {
            WholeStories = true,
            Structure = Value<StructureId>("structure", Structure, text => StructureId.TryParse(text, out var id) && book.Structures.Contains(id) ? id : null, "no such structure"),
            Department = Text("department", Department, code => book.Department(code) is not null, "no such département"),
            Feeling = Value("feeling", Feeling, Word<Feeling>, "positive, neutral or negative"),
            Answer = Value("answer", Answer, Word<AnswerStatus>, "awaiting, partial or answered"),
            After = Text("after", After, PublicExperiences.IsCursor, "not the next of a page"),
            Limit = Value("limit", Limit, Number, $"1 to {PublicListQuery.MaximumLimit}") ?? 20,
        };
        return wrong.Count == 0 ? query : null;

        T? Value<T>(string name, string? text, Func<string, T?> parse, string problem) where T : struct
        {
            if (string.IsNullOrEmpty(text)) return null;
            var value = parse(text);
            if (value is null) wrong[name] = [problem];
            return value;
        }

        string? Text(string name, string? text, Func<string, bool> isKnown, string problem)
        {
            if (string.IsNullOrEmpty(text)) return null;
            if (!isKnown(text)) wrong[name] = [problem];
            return text;
        }
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= PublicListQuery.MaximumLimit ? limit : null;

    private static T? Word<T>(string text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(Enum.GetName(value), text, StringComparison.OrdinalIgnoreCase)) return value;
        return null;
    }
}
