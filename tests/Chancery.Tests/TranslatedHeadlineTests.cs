using System.Text;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

public sealed class TranslatedHeadlineTests
{
    private const string Headline = "Chile: Boric called on Lula to back Peru\n\n";

    [Fact]
    public void The_headline_of_clean_copy_gives_a_record() =>
        Assert.Contains(Read("President Boric met the Brazilian president on Monday, the Foreign Ministry of Chile said.").Events, item => item.Type == EventType.Request);

    [Fact]
    public void The_headline_of_marred_copy_gives_none_and_the_reading_says_so()
    {
        Reading reading = Read("President Gabriel met the Brazilian president on Monday, the Foreign Ministry of Chile said. \"We all thanked Peru [Perú],\" said Boric.");
        Assert.DoesNotContain(reading.Events, item => item.Type == EventType.Request);
        Assert.NotEmpty(reading.Events);
        Assert.Contains(reading.Diagnostics, problem => problem.Id == DiagnosticId.HeadlineAtOdds);
    }

    private static Reading Read(string body) => TestReader.Read(new RawDocument
    {
        Uri = "test",
        Bytes = Encoding.UTF8.GetBytes(Headline + body + "\n"),
        Published = "2022-06-14",
    });
}
