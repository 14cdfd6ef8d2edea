using Chancery.Extraction;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

public sealed class ReaderBoundaryTests
{
    [Fact]
    public void A_document_that_breaks_the_program_is_kept_uncoded_and_says_so()
    {
        var reader = new Reader(TestKnowledge.All, ModelFiles.Load(Path.Combine(TestKnowledge.Root(), "models"), TestKnowledge.All));
        Reading reading = reader.Read(new Document
        {
            Id = "broken",
            Uri = "broken",
            Text = "Kenya thanked Japan.",
            Language = "en",
            Body = [new Block(new TextRange(0, 4000), BlockKind.Paragraph)],
        });
        Assert.Equal("Kenya thanked Japan.", reading.Document.Text);
        Assert.Empty(reading.Events);
        Diagnostic said = Assert.Single(reading.Diagnostics, diagnostic => diagnostic.Id == DiagnosticId.InternalError);
        Assert.Equal(Severity.Error, said.Severity);
    }

    [Fact]
    public void A_document_whose_time_is_up_is_kept_uncoded_and_says_so()
    {
        var reader = new Reader(TestKnowledge.All, ModelFiles.Load(Path.Combine(TestKnowledge.Root(), "models"), TestKnowledge.All));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Reading reading = reader.Read(new RawDocument { Uri = "a.txt", Bytes = "Kenya thanked Japan for the new bridge in Mombasa on Monday.\n"u8.ToArray() }, ExtractionLimits.Standard, stop.Token);
        Assert.StartsWith("Kenya thanked Japan", reading.Document.Text, StringComparison.Ordinal);
        Assert.Empty(reading.Events);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Id == DiagnosticId.OversizedInput);
    }
}
