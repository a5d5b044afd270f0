using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Silo.Incidents;
using SpPlus.Tests.Deadlines;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Incidents;

/// <summary>RESP-5: what an incident gives may be taken back as a whole, before any of it is public.</summary>
public sealed class CalledOffTests(PatientSilo patient) : IClassFixture<PatientSilo>
{
    [Fact]
    public async Task Nothing_is_given_before_the_time_nor_after_it_was_called_off()
    {
        var desk = patient.Silo.Grains.GetGrain<IIncidentDeskGrain>(0);
        var one = await Published();
        var incident = new OpenIncident
        {
            Id = Guid.NewGuid(), Title = "Panne du 3 mars", Response = New.StandingResponse().Response, Experiences = [one],
        };
        Assert.True((await desk.Open(incident, patient.Moderator)).Accepted);
        Assert.False(await Watch.DoDue(CancellationToken.None));
        Assert.False((await desk.Read(incident.Id, patient.Moderator))!.Summary.IsStarted);

        Assert.Equal(Refusal.None, await desk.CallOff(incident.Id, patient.Moderator));
        Assert.Equal(Refusal.None, await desk.CallOff(incident.Id, patient.Moderator));
        await patient.Silo.Database.Execute($"update desk.incidents set starts_at = clock_timestamp() - interval '1 minute' where id = '{incident.Id}'");
        await Watch.DoDue(CancellationToken.None);
        var view = (await desk.Read(incident.Id, patient.Moderator))!;
        Assert.Equal((1, IncidentOutcome.Waiting), (view.Summary.Waiting, view.Items[0].Outcome));
        Assert.NotNull(view.Summary.CalledOffAt);

        var other = incident with { Id = Guid.NewGuid() };
        Assert.True((await desk.Open(other, patient.Moderator)).Accepted);
        await patient.Silo.Database.Execute($"update desk.incidents set starts_at = clock_timestamp() - interval '1 minute' where id = '{other.Id}'");
        while ((await desk.Read(other.Id, patient.Moderator))!.Summary.Waiting > 0) await Watch.DoDue(CancellationToken.None);
        Assert.Equal(Refusal.TooLate, await desk.CallOff(other.Id, patient.Moderator));
        Assert.Equal(ResponseStatus.Published, (await patient.Silo.Experience(one).View(patient.Moderator))!.Standings[^1].Status);
    }

    private IncidentWatch Watch => patient.Silo.Services.GetRequiredService<IncidentWatch>();

    private async Task<ExperienceId> Published()
    {
        var id = ExperienceId.From("called off");
        await patient.Silo.Experience(id).Execute(New.Submission(), Contracts.Accounts.Caller.Anonymous);
        Assert.True((await patient.Silo.Experience(id).Execute(New.Publication("caf-gironde"), patient.Moderator)).Accepted);
        return id;
    }
}
