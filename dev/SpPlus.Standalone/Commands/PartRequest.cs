using System.Globalization;
using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Commands;

/// <summary><c>part NAME --data DIR --port PORT [--web-port PORT]</c></summary>
internal sealed record PartRequest(string Name, string Data, int Port, int WebPort)
{
    public static PartRequest? TryParse(string[] arguments) =>
        arguments is ["part", var name, .. var options]
            ? new(name, Path.GetFullPath(Value(options, "--data")), Number(options, "--port"), name == "mail" ? Number(options, "--web-port") : 0)
            : null;

    private static string Value(string[] options, string name)
    {
        var index = options.Index().Where(option => option.Item == name).Select(option => option.Index + 1).FirstOrDefault();
        return index > 0 && index < options.Length ? options[index] : throw new StartException($"{name} is missing.");
    }

    private static int Number(string[] options, string name) =>
        int.TryParse(Value(options, name), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : throw new StartException($"{name} is not a port.");
}
