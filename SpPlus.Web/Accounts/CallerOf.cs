using System.Security.Claims;
using SpPlus.Contracts.Accounts;

namespace SpPlus.Web.Accounts;

internal static class CallerOf
{
    /// <summary>The signed-in subject, and nothing else: what it may do is the silo's to say (RIGHT-4).</summary>
    public static Caller Caller(this ClaimsPrincipal user) =>
        user.FindFirst("sub")?.Value is { Length: > 0 } subject ? Contracts.Accounts.Caller.Agent(subject) : Contracts.Accounts.Caller.Anonymous;
}
