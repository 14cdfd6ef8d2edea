using System.Diagnostics;
using System.Text;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>What holds for mentions of every report; the cases beside them show the phenomena one by one.</summary>
public sealed class EntitiesTests
{
    private static string[] Codes(string text) =>
        [.. TestReader.Read(text) is var reading ? reading.Mentions.Select(mention => reading.Entities[mention.Entity].Country.ToString()) : []];

    [Theory]
    [InlineData("{0} Foreign Minister Ana Lima accused {1} troops of looting.")]
    [InlineData("The {0} and {1} presidents met in Geneva.")]
    [InlineData("{0} police arrested two {1} diplomats, the {0} government said.")]
    [InlineData("The {0} opposition thanked his {1} counterpart.")]
    public void Swapping_two_states_swaps_their_codes(string frame)
    {
        string[] one = Codes(string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, "Peruvian", "Kenyan"));
        string[] other = Codes(string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, "Kenyan", "Peruvian"));
        Assert.Contains("PER", one);
        Assert.Equal(one.Select(code => code switch { "PER" => "KEN", "KEN" => "PER", _ => code }), other);
    }

    [Fact]
    public void A_paragraph_about_other_things_changes_no_mention()
    {
        const string Text = "Nepalese Prime Minister K. P. Sharma Oli met Indian officials in Kathmandu.";
        Reading alone = TestReader.Read(Text);
        Reading longer = TestReader.Read(Text + "\n\nThe price of rice rose again.");
        Assert.Equal(
            alone.Mentions.Select(mention => (mention.Range, alone.Entities[mention.Entity].Name)),
            longer.Mentions.Where(mention => mention.Range.End <= Text.Length).Select(mention => (mention.Range, longer.Entities[mention.Entity].Name)));
    }

    [Fact]
    public void A_thousand_mentions_in_a_sentence_take_time_in_proportion()
    {
        TestReader.Read("Chile met Peru.");
        double Seconds(int count)
        {
            var text = new StringBuilder("Talks were held by");
            for (int i = 0; i < count; i++)
                text.Append(i == 0 ? " " : ", ").Append(i % 2 == 0 ? "Chilean President Michelle Bachelet" : "the Peruvian minister, his counterpart");
            var clock = Stopwatch.StartNew();
            Reading reading = TestReader.Read(text.Append('.').ToString());
            Assert.NotEmpty(reading.Mentions);
            return clock.Elapsed.TotalSeconds;
        }

        Seconds(100);
        Assert.True(Seconds(1000) < 40, "a thousand mentions took too long");
    }

    [Theory]
    [InlineData("Give us the china and the turkey on the grenada rug.")]
    [InlineData("THEY GAVE US CHINA PLATES AND TURKEY.")]
    [InlineData("We may mark the bill with a brown jordan almond.")]
    public void Common_words_give_no_state(string text)
    {
        Reading reading = TestReader.Read(text);
        Assert.DoesNotContain(reading.Mentions, mention => reading.Entities[mention.Entity].Kind == EntityKind.State);
    }

    [Fact]
    public void A_half_translated_name_is_said_so()
    {
        Reading reading = TestReader.Read("Brazilian President Dilma Rousseff spoke in Lima. President Dylma thanked Peru.");
        Assert.Contains(reading.Diagnostics, problem => problem.Id == DiagnosticId.HalfTranslatedName);
        Assert.Equal(2, reading.Mentions.Count(mention => reading.Entities[mention.Entity].Known == "person:Dilma Rousseff"));
    }
}
