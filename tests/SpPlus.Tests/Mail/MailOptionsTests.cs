using System.ComponentModel.DataAnnotations;
using SpPlus.Silo.Mail;
using Xunit;

namespace SpPlus.Tests.Mail;

public sealed class MailOptionsTests
{
    [Fact]
    public void Without_a_server_nothing_else_is_asked_for() => Assert.Empty(Problems(new()));

    [Fact]
    public void A_server_wants_a_sender_whose_name_may_be_given_apart()
    {
        Assert.Contains("Mail:From", Assert.Single(Problems(new() { Host = "smtp.exemple" })), StringComparison.Ordinal);
        Assert.Contains("Mail:From", Assert.Single(Problems(new() { Host = "smtp.exemple", From = "personne" })), StringComparison.Ordinal);

        var options = new MailOptions { Host = "smtp.exemple", From = "Plateforme <a@exemple.fr>" };
        Assert.Empty(Problems(options));
        Assert.Equal("Plateforme", options.Sender().Name);
        options.FromName = "Services";
        Assert.Equal(("Services", "a@exemple.fr"), (options.Sender().Name, options.Sender().Address));
    }

    [Fact]
    public void A_lease_that_living_senders_would_outlast_is_refused() =>
        Assert.Contains("Mail:Lease", Assert.Single(Problems(new() { Lease = TimeSpan.FromMinutes(2) })), StringComparison.Ordinal);

    [Fact]
    public void An_account_has_a_password() =>
        Assert.Contains("Mail:Password", Assert.Single(Problems(new() { User = "spplus" })), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://spplus.exemple", true)]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("spplus.exemple", false)]
    [InlineData("file:///tmp", false)]
    [InlineData("", false)]
    public void Links_start_from_an_absolute_web_address(string address, bool valid) =>
        Assert.Equal(valid, new PublicSiteOptions { PublicAddress = address }.IsValid);

    private static List<string> Problems(MailOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true);
        return [.. results.Select(r => r.ErrorMessage!)];
    }
}
