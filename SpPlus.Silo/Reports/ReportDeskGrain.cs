using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Reports;
using SpPlus.Silo.Accounts;

namespace SpPlus.Silo.Reports;

/// <summary>Looks the account up, then reads (RIGHT-4).</summary>
[StatelessWorker]
internal sealed class ReportDeskGrain(AccountDirectory accounts, ReportQueries reports) : Grain, IReportDeskGrain
{
    public async Task<ReportQueue?> Waiting(ReportQuery query, Caller caller) =>
        accounts.Find(caller.Subject) is { IsSteward: true } ? await reports.Waiting(query) : null;
}
