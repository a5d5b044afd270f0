using System.Globalization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Incidents;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.ImprovementActions;

namespace SpPlus.Faults.Load;

/// <summary>
/// What becomes of one experience after another, by one person's dice: sent, decided, answered by one to three structures, evaluated,
/// now and then withdrawn. An answer that did not come ends it there, as for somebody who has gone away.
/// </summary>
internal sealed class Course(int number, int callers, Random dice, Writer writer, HttpClient web, IReadOnlyList<ExperienceId> hot, Timeline timeline)
{
    private const string Story =
        "J’ai signalé ma nouvelle adresse en ligne en février. Depuis, chaque courrier part encore à l’ancienne, et personne ne sait dire pourquoi.";

    private const int OfAnIncident = 4;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(6);
    private readonly Cooperation cooperation = new(dice, writer);
    private readonly Queue<(ExperienceId Id, Caller Author, string Structure, TimeSpan From)> answered = new();
    private readonly Queue<(ExperienceId Id, string Structure, string Adopted, TimeSpan From)> adoptable = new();
    private readonly List<ExperienceId> published = [];
    private int masked;
    private ExperienceId id;
    private Caller author = Caller.Anonymous;
    private string token = "";
    private bool patient;

    public async Task Run(CancellationToken over)
    {
        for (var round = 0; !over.IsCancellationRequested; round++)
        {
            patient = dice.Next(2) == 0;
            for (var i = 0; i < 3; i++) await writer.Send(hot[dice.Next(hot.Count)], New.Comment($"n° {number}/{round}/{i}"), Agent(), patient);
            await Evaluated();
            await Adopted();
            if (await Submitted(round) && await Decided()) await Public(round);
        }
    }

    private async Task<bool> Submitted(int round)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{number:x8}{round:x8}{dice.NextInt64():x16}{dice.NextInt64():x16}{dice.NextInt64():x16}")[..64];
        (id, token) = (SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        author = Caller.Author(token);
        var address = $"auteur-{number}-{round}@exemple.fr";
        if (dice.Next(2) == 0)
        {
            return await Accepted(
                New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = token, Story = Story, Email = address }, Caller.Anonymous);
        }

        return await writer.Post(web, key,
        [
            new("etape", "4"), new("action", "envoyer"), new("cle", key), new("service", "caf-gironde"), new("titre", "Deux fois la même démarche"),
            new("recit", Story), new("jour", "24"), new("mois", "9"), new("annee", "2020"), new("departement", "33"), new("ressenti", "Negative"), new("email", address),
        ], patient);
    }

    private async Task<bool> Decided() => dice.Next(10) switch
    {
        0 => await Accepted(New.Reject(), People.Moderator) && false,
        < 3 => await Accepted(New.ModeratedPublication(Concerned()) with { Story = Story[..^10] }, People.Moderator),
        _ => await Accepted(New.Publication(Concerned()), People.Moderator),
    };

    private async Task Public(int round)
    {
        foreach (var structure in concerned)
        {
            if (!await Qualified(structure)) return;
            if (await cooperation.Handled(id, structure, concerned, patient) is not { } handled) return;
            if (handled.Structure is { } holder && !await Answered(holder, handled.Version)) return;
        }

        if (dice.Next(3) == 0 && !(await Accepted(New.Report($"n° {round}"), Caller.Anonymous) && (dice.Next(2) == 0 || await Accepted(New.Dismissal(1), People.Moderator)))) return;
        // One comment is masked by one caller: what is masked already is accepted without a fact, and nobody could find it again.
        if (dice.Next(6) == 0 && await writer.Send(hot[number % hot.Count], New.Mask(number + (callers * masked++)), People.Moderator, patient) is null) return;
        if (dice.Next(4) == 0 && !await Improved(round)) return;
        await PartOfAnIncident();
        if (dice.Next(6) == 0 && !await Accepted(
            new ChangeAddress { OperationId = NewId(), Email = $"autre-{number}-{round}@exemple.fr", TrackingToken = token }, author)) return;
        switch (dice.Next(12))
        {
            case 0:
                await Accepted(New.Withdraw() with { OperationId = NewId() }, author);
                break;
            case 1:
                await Accepted(new EraseExperience { OperationId = NewId() }, author);
                break;
            case 2:
                await Accepted(New.Unpublication(), People.Moderator);
                break;
        }
    }

    private async Task<bool> Qualified(string structure) =>
        (dice.Next(2) == 0 || await Accepted(New.Comment($"Qui répond pour {structure} ?"), People.Agent(structure)))
        && (dice.Next(2) == 0 || await Accepted(New.Channels(structure, 0, "front-desk"), People.Agent(structure)))
        && (dice.Next(2) == 0 || await Accepted(New.Improvements(structure, 0, "shorten-delays"), People.Agent(structure)))
        && (dice.Next(3) > 0 || await Accepted(New.Intent(structure), People.Agent(structure)));

    private async Task<bool> Answered(string structure, int version)
    {
        if (version == 0 && structure != concerned[0] && dice.Next(4) == 0)
        {
            // What is to be adopted is public once its window has closed.
            adoptable.Enqueue((id, structure, concerned[0], timeline.Now + Window));
            return true;
        }


        var (agent, superAgent) = (People.Agent(structure), People.SuperAgent(structure));
        for (var draft = dice.Next(3); draft > 0; draft--)
        {
            if (await writer.Send(id, New.Draft(structure, version, An.Text($"Brouillon {draft}")), agent, patient) is not { Accepted: true } saved) return false;
            version = saved.Version;
        }

        if (await writer.Send(id, New.Validation(structure, version), agent, patient) is not { Accepted: true } asked) return false;
        if (dice.Next(5) == 0)
        {
            if (await writer.Send(id, New.SendBack(structure, asked.Version), superAgent, patient) is not { Accepted: true } back) return false;
            if (await writer.Send(id, New.Validation(structure, back.Version), agent, patient) is not { Accepted: true } again) return false;
            asked = again;
        }

        if (await writer.Send(id, New.Response(structure, asked.Version), superAgent, patient) is not { Accepted: true } published) return false;
        // In its window it may be taken back; whoever is late is refused.
        if (dice.Next(6) == 0) await writer.Send(id, New.TakeBack(structure, published.Version), superAgent, patient);
        answered.Enqueue((id, author, structure, timeline.Now + Window));
        return true;
    }

    private async Task Adopted()
    {
        while (adoptable.TryPeek(out var next) && next.From <= timeline.Now)
        {
            adoptable.Dequeue();
            await writer.Send(next.Id, New.Adoption(next.Structure, 0, next.Adopted), People.SuperAgent(next.Structure), patient);
        }
    }

    /// <summary>Responses whose window has closed since. One that was taken back, or withdrawn with its experience, is refused.</summary>
    private async Task Evaluated()
    {
        while (answered.TryPeek(out var response) && response.From <= timeline.Now)
        {
            answered.Dequeue();
            if (dice.Next(2) == 0) await writer.Send(response.Id, New.Evaluation(response.Structure, dice.Next(2) == 0), response.Author, patient);
        }
    }

    /// <summary>A few of an incident at once, some of them withdrawn by then; now and then it is called off, in time or too late.</summary>
    private async Task PartOfAnIncident()
    {
        published.Add(id);
        if (published.Count < OfAnIncident) return;
        var incident = new OpenIncident { Id = NewId(), Title = "Panne du 3 mars", Response = New.StandingResponse().Response, Experiences = [.. published] };
        published.Clear();
        if (await writer.Open(incident, patient) is { Accepted: true } && dice.Next(4) == 0) await writer.CallOff(incident, patient);
    }

    private async Task<bool> Improved(int round)
    {
        var structure = concerned[0];
        var action = ImprovementActionId.From($"{number}/{round}");
        return await writer.Send(action, NewAction.Publication(structure, id), People.SuperAgent(structure), patient) is { Accepted: true } published
            && await writer.Send(action, NewAction.Amendment(published.Version), People.SuperAgent(structure), patient) is { Accepted: true };
    }

    private async Task<bool> Accepted(ExperienceCommand command, Caller caller) => await writer.Send(id, command, caller, patient) is { Accepted: true };

    private string[] concerned = [];

    private string[] Concerned() => concerned = [.. People.Structures.OrderBy(_ => dice.Next()).Take(dice.Next(1, 4))];

    private static Caller Agent() => People.Agent("caf-gironde");

    private static Guid NewId() => Guid.NewGuid();
}
