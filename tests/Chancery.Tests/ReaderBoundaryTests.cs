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
}
