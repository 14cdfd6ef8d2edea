using System.Text;
using Chancery.Model;

namespace Chancery.Tests;

/// <summary>The program's own pipeline, loaded once for the whole run; the reader is immutable, so tests may share it.</summary>
internal static class TestReader
{
    private static readonly Lazy<Reader> Shared = new(() => new Reader(TestKnowledge.All, ModelFiles.Load(Path.Combine(TestKnowledge.Root(), "models"), TestKnowledge.All)));

    public static Reading Read(RawDocument raw) => Shared.Value.Read(raw);

    public static Explanation Explain(RawDocument raw) =>
        Shared.Value.Explain(raw) ?? throw new InvalidOperationException("the text is in a language that is not read yet");

    /// <summary>Reads English text that needs no cleaning, as of 6 May 2019.</summary>
    public static Reading Read(string text) => Read(Given(text));

    public static Explanation Explain(string text) => Explain(Given(text));

    private static RawDocument Given(string text) => new()
    {
        Uri = "test",
        Bytes = Encoding.UTF8.GetBytes(text),
        Format = DocumentFormat.GivenText,
        Published = "2019-05-06",
        Language = "en",
    };
}
