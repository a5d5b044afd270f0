using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Experiences;

internal sealed class ExperienceAudiences(IGrainFactory factory, ExperienceGrains grains) : IExperienceAudiences
{
    public IAudienceObserver Observe(IAudienceObserver observer) => factory.CreateObjectReference<IAudienceObserver>(observer);

    public Task<AudienceView?> Attend(ExperienceId id, Attendance attendance) => grains.Of(id).Attend(attendance);
}
