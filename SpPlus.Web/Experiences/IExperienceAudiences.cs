using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Experiences;

/// <summary>Who has which experience open, as the grains keep it.</summary>
internal interface IExperienceAudiences
{
    /// <summary>What grains call the observer by. Whoever asks holds the observer: the reference alone does not keep it alive.</summary>
    IAudienceObserver Observe(IAudienceObserver observer);

    Task<AudienceView?> Attend(ExperienceId id, Attendance attendance);
}
