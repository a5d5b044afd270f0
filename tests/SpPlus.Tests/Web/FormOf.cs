using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using SpPlus.Web.Forms;

namespace SpPlus.Tests.Web;

/// <summary>A form as a browser posts it.</summary>
internal static class FormOf
{
    public static async Task<PostedForm> Fields(IEnumerable<(string Name, string Value)> fields)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().AddAntiforgery().BuildServiceProvider() };
        context.Request.Method = "POST";
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Form = new FormCollection(
            fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));
        return await PostedForm.BindAsync(context);
    }
}
