namespace SpPlus.Silo.Mail;

internal sealed partial class MailDelivery
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Mail {Step} of experience {Experience}: {State}")]
    private partial void LogSettled(string step, string experience, string state);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Step} of experience {Experience} not taken at attempt {Attempt}, again in {Wait}: {Detail}")]
    private partial void LogDelayed(string step, string experience, int attempt, TimeSpan wait, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Step} of experience {Experience} refused for good: {Detail}")]
    private partial void LogRefused(string step, string experience, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Step} of experience {Experience} is held: it may have been sent ({Detail})")]
    private partial void LogUnknown(string step, string experience, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Number} is {State}, but it was decided otherwise meanwhile: that stands")]
    private partial void LogOverruled(long number, string state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Step} of experience {Experience} is {State} but not marked so yet: {Exception}")]
    private partial void LogNotSettled(string experience, string step, string state, string exception);
}
