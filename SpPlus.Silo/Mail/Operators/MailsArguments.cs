using System.Globalization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Mails;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>What the command line asks about mails.</summary>
internal sealed record MailsArguments
{
    public const string Usage = """
        Usage :
          mails list [--state ÉTAT] [--step ÉTAPE] [--experience RÉFÉRENCE] [--from DATE] [--to DATE] [--limit N]
          mails resolve NUMÉRO --accepted | --again         un courriel « held » : le serveur l’a, ou il est à renvoyer
          mails resend NUMÉRO                               un courriel « held », « refused » ou « cancelled »
          mails resend --state ÉTAT --from DATE --to DATE [--step ÉTAPE]
          mails resolve --accepted --from DATE --to DATE [--step ÉTAPE]
          mails cancel NUMÉRO                               un courriel « waiting » : il n’est pas envoyé
          mails cancel --from DATE --to DATE [--step ÉTAPE]

        ÉTAT : waiting, handing-over, held, refused, accepted, cancelled, no-address, overtaken.
        DATE : du dernier changement d’état, comme 2026-11-28T14:00 (heure de Paris si rien d’autre n’est dit).
        Sans --yes, rien n’est changé : la commande dit ce qu’elle ferait.
        Renvoyer un courriel « accepted » demande aussi --even-accepted : la personne le recevra peut-être deux fois.
        """;

    /// <summary>Null: list.</summary>
    public MailDecision? Decision { get; private init; }
    public long? Mail { get; private init; }
    public MailStanding? Standing { get; private init; }
    public string? Step { get; private init; }
    public ExperienceId? Experience { get; private init; }
    public DateTimeOffset? From { get; private init; }
    public DateTimeOffset? To { get; private init; }
    public int Limit { get; private init; } = 50;
    public bool EvenAccepted { get; private init; }
    public bool Yes { get; private init; }

    /// <summary>Null when it cannot be understood.</summary>
    public static MailsArguments? Parse(IReadOnlyList<string> arguments, TimeZoneInfo zone)
    {
        if (arguments is not [var verb, ..] || verb is not ("list" or "resolve" or "resend" or "cancel")) return null;
        var asked = new MailsArguments
        {
            Decision = verb switch { "resend" => MailDecision.SendAgain, "cancel" => MailDecision.Cancel, _ => null },
        };
        for (var index = 1; index < arguments.Count; index++)
        {
            string? Value() => ++index < arguments.Count ? arguments[index] : null;
            asked = arguments[index] switch
            {
                "--accepted" when verb == "resolve" => asked with { Decision = MailDecision.WasAccepted },
                "--again" when verb == "resolve" => asked with { Decision = MailDecision.SendAgain },
                "--state" when verb is "list" or "resend" => Read<MailStanding>(Value(), TryStanding, v => asked with { Standing = v }),
                "--step" => Read<string>(Value(), TryStep, v => asked with { Step = v }),
                "--experience" when verb == "list" => Read<ExperienceId>(Value(), ExperienceId.TryParse, v => asked with { Experience = v }),
                "--from" => Read<DateTimeOffset>(Value(), TryMoment, v => asked with { From = v }),
                "--to" => Read<DateTimeOffset>(Value(), TryMoment, v => asked with { To = v }),
                "--limit" when verb == "list" => Read<int>(Value(), TryNumber, v => asked with { Limit = v }),
                "--even-accepted" when verb == "resend" => asked with { EvenAccepted = true },
                "--yes" when verb != "list" => asked with { Yes = true },
                var number when verb != "list" => Read<int>(number, TryNumber, v => asked with { Mail = v }),
                _ => null,
            };
            if (asked is null) return null;
        }

        return asked.Whole(verb);

        bool TryMoment(string? text, out DateTimeOffset moment) => MailMoment.TryRead(text, zone, out moment);
    }

    private delegate bool Try<T>(string? text, out T? value);

    private static MailsArguments? Read<T>(string? text, Try<T> read, Func<T, MailsArguments> with) => read(text, out var value) ? with(value!) : null;

    private static bool TryNumber(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryStep(string? text, out string? step) => MailStep.All.Contains(step = text ?? "");

    private static bool TryStanding(string? text, out MailStanding standing) =>
        Enum.TryParse(text?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out standing) && Enum.IsDefined(standing) && !char.IsAsciiDigit(text![0]);

    /// <summary>Null when something is missing, or two things are said at once.</summary>
    private MailsArguments? Whole(string verb)
    {
        if (verb == "list") return this;
        if (Decision is null) return null;
        var isRange = From is not null && To is not null;
        if (Mail is not null == (From is not null || To is not null) || (Mail is null && !isRange)) return null;
        if (Mail is not null) return Standing is null && Step is null ? this : null;
        return verb switch
        {
            "resend" => Standing is null ? null : this,
            "resolve" => this with { Standing = MailStanding.Held },
            _ => this with { Standing = MailStanding.Waiting },
        };
    }
}
