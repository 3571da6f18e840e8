using System.Net.Http.Headers;

namespace OurVoice.Bench.Citizens;

/// <summary>A citizen's phone: no script, no cookie; presses the buttons of the pages it is given.</summary>
public sealed class Phone(HttpClient client)
{
    public async Task<Page> GetAsync(string address, CancellationToken cancel)
    {
        using var answer = await client.GetAsync(address, cancel);
        return await Page.ReadAsync(answer, cancel);
    }

    /// <summary>Posts fields and the pressed button as a browser's multipart form would.</summary>
    public async Task<Page> PressAsync(string address, IReadOnlyDictionary<string, string> fields, string button, CancellationToken cancel, (string Name, byte[] Content)? file = null)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (file is { } attached)
        {
            var content = new ByteArrayContent(attached.Content);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "file", attached.Name);
        }

        form.Add(new StringContent(button), "go");
        using var answer = await client.PostAsync(address, form, cancel);
        return await Page.ReadAsync(answer, cancel);
    }
}
