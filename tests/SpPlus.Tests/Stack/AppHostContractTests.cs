using System.Reflection;
using System.Text.RegularExpressions;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Folders;
using Xunit;

namespace SpPlus.Tests.Stack;

/// <summary>The AppHost cannot be compiled everywhere: its source is read instead.</summary>
public sealed class AppHostContractTests
{
    /// <summary>What Aspire's own references write.</summary>
    private static readonly string[] FromAspire =
    [
        nameof(ContractKeys.ClusterId), nameof(ContractKeys.ServiceId), nameof(ContractKeys.DistributedTracing),
        nameof(ContractKeys.ClusteringProvider), nameof(ContractKeys.ClusteringService), nameof(ContractKeys.StorageProvider),
        nameof(ContractKeys.RemindersProvider), nameof(ContractKeys.SiloPort), nameof(ContractKeys.GatewayPort), nameof(ContractKeys.Database),
        nameof(ContractKeys.Redis), nameof(ContractKeys.Blobs), nameof(ContractKeys.SiloAddress), nameof(ContractKeys.OtlpEndpoint),
        nameof(ContractKeys.ServiceName), nameof(ContractKeys.ResourceAttributes), nameof(ContractKeys.Urls),
    ];

    private static readonly string Source = string.Concat(
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, "SpPlus.AppHost"), "*.cs").Select(File.ReadAllText));

    [Fact]
    public void Every_setting_of_the_contract_comes_from_Aspire_or_from_the_AppHost()
    {
        var missing = Names().Except(FromAspire).Where(name => !Source.Contains($"WithEnvironment(ContractKeys.{name},", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void The_AppHost_writes_no_setting_that_the_contract_lacks()
    {
        var strangers = Regex.Matches(Source, "WithEnvironment\\(\"(?<name>[^\"]+)\"").Select(match => match.Groups["name"].Value)
            .Where(name => !name.StartsWith("Identity__RedirectUris", StringComparison.Ordinal)
                && !name.StartsWith("Identity__PostLogoutRedirectUris", StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData("AddPostgres(\"postgres\")")]
    [InlineData("AddDatabase(\"spplus\")")]
    [InlineData("AddRedis(\"redis\")")]
    [InlineData("AddBlobs(\"blobs\")")]
    [InlineData("AddConnectionString(\"spplus\"")]
    [InlineData("AddConnectionString(\"redis\"")]
    [InlineData("AddConnectionString(\"blobs\"")]
    [InlineData("WithGrainStorage(\"Default\"")]
    [InlineData("WithReminders(")]
    [InlineData("WithOrleansProviderType(\"Redis\")")]
    [InlineData("WithOrleansProviderType(\"AdoNet\")")]
    public void Resources_have_the_names_that_processes_look_for(string resource) => Assert.Contains(resource, Source, StringComparison.Ordinal);

    /// <summary>What is right on the machine that runs everything is an inner address, or a secret of nobody's, elsewhere.</summary>
    [Theory]
    [InlineData("identity-authority")]
    [InlineData("identity-client-secret")]
    [InlineData("mail-host")]
    [InlineData("public-address")]
    [InlineData("vault-master-key")]
    public void Publishing_asks_the_operator_for(string parameter) =>
        Assert.Contains($"AddParameter(\"{parameter}\"", Source, StringComparison.Ordinal);

    [Fact]
    public void Silo_and_web_together_are_given_the_whole_contract()
    {
        var stack = ContractSample.Connections;
        var silo = ContractSample.Silo;
        var given = ProcessContract.ForSilo(stack, silo).Keys.Union(ProcessContract.ForWeb(stack, stack.PublicAddress, [silo]).Keys);

        Assert.Empty(Values().Except(given));
        Assert.Empty(given.Except(Values()));
    }

    private static FieldInfo[] Keys() => typeof(ContractKeys).GetFields(BindingFlags.Public | BindingFlags.Static);

    private static IEnumerable<string> Names() => Keys().Select(key => key.Name);

    private static IEnumerable<string> Values() => Keys().Select(key => (string)key.GetRawConstantValue()!);
}
