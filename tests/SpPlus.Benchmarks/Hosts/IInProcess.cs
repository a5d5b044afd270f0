using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Benchmarks.Hosts;

/// <summary>The jobs done inside of the process, without HTTP.</summary>
internal interface IInProcess
{
    Task Do(Job job, ExperienceId experience, int caller);
}
