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

    /// <summary>Each pair of states in each frame; the parser weighs words, so a few may differ. The share may only rise.</summary>
    [Fact]
    public void Swapping_any_two_states_swaps_their_codes_nearly_always()
    {
        (string Name, string Adjective, string Code)[] states =
        [
            ("Kenya", "Kenyan", "KEN"), ("Peru", "Peruvian", "PER"), ("Norway", "Norwegian", "NOR"), ("Vietnam", "Vietnamese", "VNM"), ("Ghana", "Ghanaian", "GHA"),
            ("Latvia", "Latvian", "LVA"), ("Nepal", "Nepalese", "NPL"), ("Morocco", "Moroccan", "MAR"), ("Chile", "Chilean", "CHL"), ("Malta", "Maltese", "MLT"),
        ];
        string[] frames =
        [
            "{0} accused {2} of delay. The {1} government expelled two {3} diplomats.", "{1} police arrested a {3} journalist in {0}.", "The {1} opposition praised {2}'s supreme court.",
            "{1} lawmakers asked the {3} foreign ministry for help.", "{0} and {2} signed a treaty. Both countries thanked the {1} army.",
        ];
        int right = 0;
        int all = 0;
        foreach (string frame in frames)
        {
            for (int i = 0; i < states.Length; i++)
            {
                (string Name, string Adjective, string Code) a = states[i];
                (string Name, string Adjective, string Code) b = states[(i + 3) % states.Length];
                string[] one = Codes(string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, a.Name, a.Adjective, b.Name, b.Adjective));
                string[] other = Codes(string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, b.Name, b.Adjective, a.Name, a.Adjective));
                all++;
                right += Once(other).SequenceEqual(Once(one.Select(code => code == a.Code ? b.Code : code == b.Code ? a.Code : code))) ? 1 : 0;
            }
        }

        Assert.True(right * 100 >= all * 95, $"{right} of {all} hold");

        // An adjective inside the name of a ministry that the data know is no mention of its own.
        static IEnumerable<string> Once(IEnumerable<string> codes)
        {
            string last = "";
            foreach (string code in codes)
            {
                if (code != last)
                    yield return code;
                last = code;
            }
        }
    }

    /// <summary>Offices that describe one another in a circle, and names that are set beside themselves.</summary>
    [Theory]
    [InlineData("The minister, the president, the minister, the president, the minister, spoke in Quito.")]
    [InlineData("Ana Lima, the minister, Ana Lima, the minister, Ana Lima, the minister, thanked Peru.")]
    [InlineData("His counterpart, her counterpart, his counterpart, met the latter, the former and the latter.")]
    [InlineData("The two sides, both sides, the two leaders, they, it, its, their, theirs and themselves.")]
    public void Circular_appositions_end(string text)
    {
        Reading reading = TestReader.Read(string.Join(' ', Enumerable.Repeat(text, 40)));
        Assert.All(reading.Mentions, mention => Assert.InRange(mention.Entity, 0, reading.Entities.Length - 1));
    }

    [Theory]
    [InlineData("RUSSIA AND KENYA SIGNED A TREATY, THE KENYAN GOVERNMENT SAID.", new[] { "KEN", "RUS" })]
    [InlineData("russia and kenya signed a treaty, the kenyan government said.", new[] { "KEN", "RUS" })]
    [InlineData("CHAD MAY BUY TURKEY WINGS AND CHINA CUPS IN MAY.", new string[0])]
    [InlineData("my male friend bought a china cup from chad in may.", new string[0])]
    public void Copy_in_one_case_names_states_and_no_false_ones(string text, string[] expected)
    {
        Reading reading = TestReader.Read(text);
        Assert.Equal(expected, reading.Entities.Where(entity => entity.Kind == EntityKind.State).Select(entity => entity.Country.ToString()).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A name, an office and a pronoun a thousand times over in one sentence: four times the words take no more than some ten times the time.</summary>
    [Fact]
    public void Names_and_pronouns_without_end_take_bounded_time()
    {
        double Seconds(int count)
        {
            var text = new StringBuilder();
            for (int i = 0; i < count; i++)
                text.Append(i == 0 ? "" : ", ").Append("Sheikh Karim and his minister, who said that she, Ana Lima").Append(i % 26).Append(", left it to them");
            string sentence = text.Append('.').ToString();
            TestReader.Read(sentence);
            var clock = Stopwatch.StartNew();
            Assert.NotEmpty(TestReader.Read(sentence).Mentions);
            return clock.Elapsed.TotalSeconds;
        }

        double few = Seconds(80);
        Assert.True(Seconds(320) < 10 * few + 3, "the time grows faster than the words");
    }

    [Fact]
    public void A_half_translated_name_is_said_so()
    {
        Reading reading = TestReader.Read("Brazilian President Dilma Rousseff spoke in Lima. President Dylma thanked Peru.");
        Assert.Contains(reading.Diagnostics, problem => problem.Id == DiagnosticId.HalfTranslatedName);
        Assert.Equal(2, reading.Mentions.Count(mention => reading.Entities[mention.Entity].Known == "person:Dilma Rousseff"));
    }
}
