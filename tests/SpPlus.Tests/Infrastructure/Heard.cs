using Microsoft.Extensions.Logging;

namespace SpPlus.Tests.Infrastructure;

/// <summary>Completes once a message with these words is logged.</summary>
internal sealed class Heard(string words) : ILoggerProvider, ILogger
{
    private readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => heard.Task;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (formatter(state, exception).Contains(words, StringComparison.Ordinal)) heard.TrySetResult();
    }

    public void Dispose()
    {
    }
}
