using System.Net;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Incidents;
using SpPlus.Faults.Machine;

namespace SpPlus.Faults.Load;

/// <summary>
/// Sends one person's commands, one after another. Half of the time it is patient and sends again what was not answered, as a page does
/// that somebody reloads; the other times it goes away, and nobody knows.
/// </summary>
internal sealed class Writer(int number, Platform platform, Ledger ledger, Timeline timeline, CancellationToken over)
{
    public const string CallingOff = "CallOffIncident";

    private const int Attempts = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private int order;

    public Task<CommandResult?> Send(ExperienceId id, ExperienceCommand command, Caller caller, bool patient) => Send(
        new(command.OperationId, id.Value, number, ++order, command.GetType().Name),
        () => platform.Grains.GetGrain<IExperienceGrain>(id.Value).Execute(command, caller), patient);

    public Task<CommandResult?> Send(ImprovementActionId id, ImprovementActionCommand command, Caller caller, bool patient) => Send(
        new(command.OperationId, id.Value, number, ++order, command.GetType().Name),
        () => platform.Grains.GetGrain<IImprovementActionGrain>(id.Value).Execute(command, caller), patient);

    public Task<CommandResult?> Open(OpenIncident incident, bool patient) => Send(
        new(incident.Id, "incident", number, ++order, nameof(OpenIncident)) { Incident = incident },
        () => platform.Grains.GetGrain<IIncidentDeskGrain>(0).Open(incident, People.Moderator), patient);

    public Task<CommandResult?> CallOff(OpenIncident incident, bool patient) => Send(
        new(Guid.NewGuid(), "incident", number, ++order, CallingOff) { Incident = incident },
        async () => new() { Refusal = await platform.Grains.GetGrain<IIncidentDeskGrain>(0).CallOff(incident.Id, People.Moderator) }, patient);

    /// <summary>The form that a citizen posts; the key is what makes posting it again the same.</summary>
    public async Task<bool> Post(HttpClient web, string key, IEnumerable<KeyValuePair<string, string>> form, bool patient)
    {
        var fields = form.ToArray();
        var sent = new Sent(SubmissionKey.OperationId(key), SubmissionKey.ExperienceId(key).Value, number, ++order, "SubmitExperience by form") { IsForm = true };
        return await Send(sent, Posted, patient) is { Accepted: true };

        async Task<CommandResult> Posted()
        {
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await web.PostAsync("/partager", content);
            return answer.StatusCode switch
            {
                HttpStatusCode.SeeOther => new(),
                HttpStatusCode.UnprocessableEntity => new() { Refusal = Refusal.Invalid },
                var other => throw new HttpRequestException($"{(int)other}"),
            };
        }
    }

    private async Task<CommandResult?> Send(Sent sent, Func<Task<CommandResult>> call, bool patient)
    {
        ledger.Add(sent);
        for (var attempt = 0; attempt < (patient ? Attempts : 1) && !(over.IsCancellationRequested && attempt > 0); attempt++)
        {
            try
            {
                var result = await call();
                if (result.Refusal != Refusal.Unavailable)
                {
                    ledger.Settled(sent, result.Accepted ? Outcome.Accepted : Outcome.Refused, timeline.Now, result.Refusal.ToString());
                    return result;
                }
            }
            catch (Exception)
            {
                // The outcome is unknown: what the run is about.
            }

            await Task.Delay(Pause, CancellationToken.None);
        }

        return null;
    }
}
