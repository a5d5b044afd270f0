using Microsoft.Extensions.DependencyInjection;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Storage;

/// <summary>Reminders, switched on by the process contract alone.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task Reminders_are_kept_changed_listed_and_removed_and_an_old_handle_removes_nothing()
    {
        await using var silo = await SiloUnderTest.Start();
        var table = silo.Services.GetRequiredService<IReminderTable>();
        Assert.Equal("AdoNetReminderTable", table.GetType().Name);
        var (one, other) = (GrainId.Create("reminded", "exp-1"), GrainId.Create("reminded", "exp-é/#2"));
        var first = await table.UpsertRow(Entry(one, "close", 1));
        await table.UpsertRow(Entry(one, "ask", 2));
        await table.UpsertRow(Entry(other, "close", 60 * 24 * 40));

        var second = await table.UpsertRow(Entry(one, "close", 3));
        Assert.NotEqual(first, second);
        Assert.Equal(["ask 2", "close 3"], (await table.ReadRows(one)).Reminders.Select(r => $"{r.ReminderName} {r.Period.TotalMinutes}").Order());
        Assert.Equal(TimeSpan.FromDays(40), (await table.ReadRow(other, "close"))!.Period);
        Assert.Equal(3, (await table.ReadRows(0, 0)).Reminders.Count);
        var half = (await table.ReadRows(0, int.MaxValue)).Reminders.Count + (await table.ReadRows(int.MaxValue, 0)).Reminders.Count;
        Assert.Equal(3, half);

        Assert.False(await table.RemoveRow(one, "close", first!));
        Assert.True(await table.RemoveRow(one, "close", second!));
        Assert.False(await table.RemoveRow(one, "close", second!));
        Assert.Equal("ask", Assert.Single((await table.ReadRows(one)).Reminders).ReminderName);
    }

    private static ReminderEntry Entry(GrainId grain, string name, int minutes) => new()
    {
        GrainId = grain, ReminderName = name, StartAt = new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc), Period = TimeSpan.FromMinutes(minutes),
    };
}
