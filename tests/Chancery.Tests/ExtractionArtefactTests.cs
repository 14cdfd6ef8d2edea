using System.Text;
using Chancery.Extraction;
using Chancery.Model;
using Xunit;

namespace Chancery.Tests;

/// <summary>Each kind of translation artefact once as it shows and once as it does not.</summary>
public sealed class ExtractionArtefactTests
{
    private const string Frame = "The ministry of Niger said on Monday that the talks would go on in the capital for some more days.";

    [Theory]
    [InlineData(DiagnosticId.UntranslatedBracket, "He praised the pact [Organización del Tratado de Cooperación Amazónica de hoy] again.")]
    [InlineData(DiagnosticId.WrongSense, "They signed a peace contract in the morning.")]
    [InlineData(DiagnosticId.UntranslatedAcronym, "The leaders of OTAN met in the afternoon.")]
    [InlineData(DiagnosticId.MachineTranslated, "This text was translated by Google from Thai.")]
    [InlineData(DiagnosticId.DoubledPhrase, "The two sides were were not ready to sign.")]
    [InlineData(DiagnosticId.DoubledPhrase, "The party promised to its promises of old nothing, and was obliged to its obligation.")]
    [InlineData(DiagnosticId.SplitCompound, "He spoke of non – payment of debts.")]
    [InlineData(DiagnosticId.MisplacedQuotationMark, "“It is a zone of calm, “said the mayor of the town.")]
    [InlineData(DiagnosticId.MisplacedQuotationMark, "He spoke of “a common cause. ” Then he left.")]
    [InlineData(DiagnosticId.UntranslatedWords, "The town of Київ was quiet in the night.")]
    [InlineData(DiagnosticId.MixedScriptWord, "The minister of Mоldоva left the hall at noon.")]
    [InlineData(DiagnosticId.ForeignNumber, "The loan is 1.234.567,89 francs in all.")]
    [InlineData(DiagnosticId.Mojibake, "The ministerâ€™s car was stopped at the gate.")]
    [InlineData(DiagnosticId.MarkupResidue, "The minister&nbsp;left the hall at noon.<br />")]
    [InlineData(DiagnosticId.InconsistentSpelling, "First spoke minister Chernyshenko of Minsk, then answered Chernishenko in turn.")]
    [InlineData(DiagnosticId.HalfTranslatedName, "The visitor saw Emmanuel Macron in Niamey. Later President Emmanuel telephoned the king.")]
    public void An_artefact_is_flagged(DiagnosticId kind, string sentence) => Assert.Contains(kind, Flags(sentence));

    [Theory]
    [InlineData("He praised the pact [of 1978 between the two states and their neighbours] again.")]
    [InlineData("They signed a peace treaty in the morning.")]
    [InlineData("The leaders of NATO met in the afternoon.")]
    [InlineData("The letter was translated by an officer of the court.")]
    [InlineData("The two sides had had enough and said that that was all.")]
    [InlineData("He spoke of non-payment of debts – and of more.")]
    [InlineData("“It is a zone of calm,” said the mayor of the town.")]
    [InlineData("He spoke of “a common cause.” Then he left.")]
    [InlineData("The town of Kyiv was quiet in the night.")]
    [InlineData("The loan is 1,234,567.89 francs in all.")]
    [InlineData("The minister’s café in Zürich was closed.")]
    [InlineData("The sum of a < b & c was wrong.")]
    [InlineData("First spoke the Estonian minister of Estonia, then the Latvian of Latvia.")]
    [InlineData("The visitor saw Emmanuel Macron in Niamey. Later President Macron telephoned the king.")]
    public void Good_copy_is_not_flagged(string sentence) => Assert.Empty(Flags(sentence));

    [Fact]
    public void A_headline_is_at_odds_when_the_body_names_none_of_its_names()
    {
        string body = string.Join("\n\n", Enumerable.Range(1, 6).Select(i => $"{Frame} Number {i} of the delegates left the hall early."));
        Assert.Contains(DiagnosticId.HeadlineAtOdds, Flags("Deal of Peru with Bolivia fails\n\n" + body, false));
        Assert.DoesNotContain(DiagnosticId.HeadlineAtOdds, Flags("Talks of Niger with the delegates\n\n" + body, false));
    }

    private static List<DiagnosticId> Flags(string text, bool framed = true)
    {
        var problems = new List<Diagnostic>();
        string whole = framed ? Frame + "\n\n" + text + "\n\n" + Frame.Replace("Monday", "Friday", StringComparison.Ordinal) : text;
        DocumentReader.Read(new RawDocument { Uri = "a.txt", Bytes = Encoding.UTF8.GetBytes(whole) }, TestKnowledge.All, problems);
        return [.. problems.Where(problem => problem.Id != DiagnosticId.UndatedDocument).Select(problem => problem.Id)];
    }
}
