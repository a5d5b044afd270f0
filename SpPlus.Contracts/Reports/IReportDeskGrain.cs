using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;

namespace SpPlus.Contracts.Reports;

/// <summary>Visitors' reports, as the DITP works through them (MOD-4). Key: 0.</summary>
[Alias("spplus.report-desk-grain")]
public interface IReportDeskGrain : IGrainWithIntegerKey
{
    /// <summary>Reported experiences, the longest waiting first; null for everybody but the DITP.</summary>
    [ReadOnly, Alias("waiting")]
    Task<ReportQueue?> Waiting(ReportQuery query, Caller caller);
}
