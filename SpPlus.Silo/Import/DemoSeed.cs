using System.Text.Json;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Import;

/// <summary>The demonstration experiences and improvement actions, once: what is there already is left as it is.</summary>
internal sealed class DemoSeed(ImportTable table, ReferenceLibrary reference, TimeProvider time)
{
    /// <summary>How many were added.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var now = Moment.Now(time);
        var appends = Shipped().Select(e => DemoFacts.Of(e, reference.Current, now)).ToArray();
        while (true)
        {
            var existing = await table.Existing(appends.Select(a => a.Experience), cancellation);
            var missing = appends.Where(a => !existing.ContainsKey(a.Experience)).ToArray();
            if (missing.Length > 0 && !await table.Append(missing, cancellation)) continue;
            // After the experiences that they are tied to; those that are there already stay as they are.
            foreach (var action in DemoAction.Shipped()) await table.Append([action.ToAppend(now)], cancellation);
            return missing.Length;
        }
    }

    internal static IEnumerable<DemoExperience> Shipped()
    {
        using var stream = typeof(DemoSeed).Assembly.GetManifestResourceStream("SpPlus.Silo.Reference.demo-experiences.json")!;
        return JsonSerializer.Deserialize(stream, DemoJson.Default.ImmutableArrayDemoExperience);
    }
}
