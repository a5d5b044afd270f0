using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Mails;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>Which mails, as SQL about <c>mail.queue q</c>: only what is asked for, so that the plan is the one for it.</summary>
internal sealed record MailFilter(MailStanding? Standing, string? Step, ExperienceId? Experience, DateTimeOffset? From, DateTimeOffset? To)
{
    public static MailFilter Of(MailRange range) => new(range.Standing, range.Step, null, range.From, range.To);

    public static MailFilter Of(MailQuery query) => new(query.Standing, query.Step, query.Experience, query.From, query.To);

    /// <summary>The condition; its values are added to the command's own.</summary>
    public string AddTo(NpgsqlCommand command)
    {
        var conditions = new List<string>();
        if (Standing is { } standing) conditions.Add($"q.state = '{standing.State()}'");
        Add("q.step = ", Step);
        Add("q.experience = ", Experience?.Value);
        Add("q.changed_at >= ", From?.ToUniversalTime());
        Add("q.changed_at < ", To?.ToUniversalTime());
        return conditions.Count == 0 ? "true" : string.Join(" and ", conditions);

        void Add(string condition, object? value)
        {
            if (value is null) return;
            command.Parameters.Add(new() { Value = value });
            conditions.Add(string.Create(null, $"{condition}${command.Parameters.Count}"));
        }
    }
}
