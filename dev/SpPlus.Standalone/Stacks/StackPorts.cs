using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Stacks;

internal sealed record StackPorts
{
    public required int Web { get; init; }

    public required int Identity { get; init; }

    public required int Smtp { get; init; }

    public required int MailWeb { get; init; }

    public required int Dashboard { get; init; }

    public required int Otlp { get; init; }

    public required int OtlpHttp { get; init; }

    public required int PostgreSql { get; init; }

    public required int Redis { get; init; }

    public required int Blobs { get; init; }

    public required IReadOnlyList<SiloPlace> Silos { get; init; }

    public static StackPorts Find(StackOptions options)
    {
        using var ports = new Ports();
        int Port(int preferred) => options.WellKnownPorts ? ports.Find(preferred) : ports.FindAny();
        return new()
        {
            Web = Port(5080),
            Identity = Port(5090),
            Smtp = Port(1025),
            MailWeb = Port(1080),
            Dashboard = Port(18888),
            Otlp = Port(18889),
            OtlpHttp = Port(18890),
            PostgreSql = Port(5499),
            Redis = Port(6399),
            Blobs = Port(10000),
            Silos = [.. Enumerable.Range(1, options.Silos).Select(number => new SiloPlace(number, ports.FindAny(), ports.FindAny(), ports.FindAny()))],
        };
    }

    public static Uri Local(int port) => new($"http://127.0.0.1:{port}");
}
