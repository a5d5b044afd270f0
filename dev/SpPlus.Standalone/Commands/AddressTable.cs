using Spectre.Console;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

internal static class AddressTable
{
    public static Table Of(Stack stack)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "Address");
        Add(table, "Pages", stack.Web.AbsoluteUri);
        Add(table, "Mail", stack.MailWeb.AbsoluteUri);
        Add(table, "Dashboard", stack.Dashboard?.AbsoluteUri ?? "not on this machine, or not asked for");
        Add(table, "Identity", stack.Connections.Authority.AbsoluteUri);
        foreach (var silo in stack.Ports.Silos)
        {
            Add(table, silo.Name, silo.Address.AbsoluteUri);
        }

        Add(table, "PostgreSQL", $"127.0.0.1:{stack.Ports.PostgreSql}, database spplus");
        Add(table, "Redis", $"127.0.0.1:{stack.Ports.Redis}");
        Add(table, "Blobs", $"127.0.0.1:{stack.Ports.Blobs}");
        Add(table, "SMTP", $"127.0.0.1:{stack.Ports.Smtp}");
        Add(table, "Logs", stack.Logs);
        return table;
    }

    private static void Add(Table table, string name, string address) => table.AddRow(new Text(name), new Text(address));
}
