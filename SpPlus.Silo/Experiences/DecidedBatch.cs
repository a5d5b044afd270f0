using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Experiences;

/// <summary>
/// Commands decided one after another, each on what the one before leaves behind. Nobody is told before the facts are durable, not
/// even of a refusal: it may rest on facts that never come to be.
/// </summary>
internal sealed class DecidedBatch(ExperienceId id, Experience experience)
{
    private readonly List<(Asked Asked, CommandResult Result, bool RestsOnAppends)> answers = [];

    /// <summary>As it will be once the appends are recorded.</summary>
    public Experience Experience { get; private set; } = experience;

    public List<Append> Appends { get; } = [];

    public void AlreadyDone(Asked asked) => Answer(asked, Experiences.Answer.To(asked.Command, Experience));

    public void Add(Asked asked, Decision decision, DecisionContext context)
    {
        if (!decision.Facts.IsEmpty) Append(asked.Command, decision, context);
        Answer(asked, decision.Refused ?? Experiences.Answer.To(asked.Command, Experience));
    }

    public void Tell()
    {
        foreach (var (asked, result, _) in answers) asked.Tell(result);
    }

    /// <summary>Nothing was recorded: whatever rests on it is to be tried again.</summary>
    public void Unavailable()
    {
        foreach (var (asked, result, restsOnAppends) in answers)
            asked.Tell(restsOnAppends ? new() { Refusal = Refusal.Unavailable } : result);
    }

    private void Append(ExperienceCommand command, Decision decision, DecisionContext context)
    {
        var append = new Append
        {
            Stream = id,
            AfterSequence = Experience.Sequence,
            OperationId = command.OperationId,
            Actor = ActorOf(command, context),
            HappenedAt = context.Now,
            Facts = decision.Facts,
        };
        Appends.Add(append);
        Experience = append.Facts.Select((fact, index) => append.ToRecorded(index, fact)).Aggregate(Experience, Fold.Apply);
    }

    private static Actor ActorOf(ExperienceCommand command, DecisionContext context) => command switch
    {
        SettleDeadlines or RecordErasure or LetAddressGo => Actor.System,
        ReportExperience => Actor.Visitor,
        TieAction tie => tie.By,
        _ => context.Account?.AsActor() ?? Actor.Author,
    };

    private void Answer(Asked asked, CommandResult result) => answers.Add((asked, result, Appends.Count > 0));
}
