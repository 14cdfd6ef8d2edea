using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>Plain text, which may once have been a page, as a document. The text stays as it is; its lines are judged.</summary>
internal static class TextReader
{
    public static Document Read(RawDocument raw, string id, string text, KnowledgeBase knowledge, ExtractionLimits limits, List<Diagnostic> problems)
    {
        PageKnowledge pages = knowledge.Pages;
        string language = raw.Language ?? LanguageIdentifier.Identify(Sample(text), pages.Profiles);
        bool isGiven = raw.Format == DocumentFormat.GivenText;
        List<TextLine> lines = TextLines.Of(text, limits.Lines, pages.EndMarks);
        JudgedText judged = TextJudgement.Judge(lines, raw.Title, isGiven, pages, line => Datelines.Find(text, line.Range, pages.Calendars, language));

        var body = ImmutableArray.CreateBuilder<Block>();
        var dropped = ImmutableArray.CreateBuilder<DroppedRange>();
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Range.Start > 0 && text[lines[i].Range.Start - 1] == TextLines.FieldSign)
                dropped.Add(new DroppedRange(new TextRange(lines[i].Range.Start - 1, 1), "ornament"));
            if (i == judged.Headline)
                continue;
            if (judged.Reasons[i] is { } reason)
                dropped.Add(new DroppedRange(lines[i].Range, reason));
            else
                body.Add(new Block(lines[i].Range, KindOf(judged, i)) { Language = isGiven ? null : LanguageIdentifier.OfParagraph(lines[i].Text, language, pages.Profiles) });
            if (lines[i].EndMark.Length > 0)
                dropped.Add(new DroppedRange(lines[i].EndMark, "page furniture"));
        }

        Origin origin = TextOrigin.Find(raw, text, judged, body, knowledge, language);
        Openings.Cut(origin.Opening, text, body, dropped);
        return new Document
        {
            Id = id,
            Uri = raw.Uri,
            Text = text,
            Language = language,
            Title = raw.Title ?? (judged.Headline >= 0 ? lines[judged.Headline].Text : null),
            TitleRange = judged.Headline >= 0 ? lines[judged.Headline].Range : null,
            Outlet = origin.Outlet,
            Via = origin.Via,
            Published = origin.Published,
            Dateline = origin.Dateline,
            Body = body.ToImmutable(),
            Dropped = dropped.ToImmutable(),
        };
    }

    /// <summary>The middle of a long text, where less furniture stands.</summary>
    private static string Sample(string text) => text.Length <= 6000 ? text : text.Substring(text.Length / 2 - 3000, 6000);

    private static BlockKind KindOf(JudgedText judged, int line)
    {
        if (judged.Decks.Contains(line))
            return BlockKind.Deck;
        TextLine text = judged.Lines[line];
        bool isShort = text.Words.Count <= 14 && !text.IsItem && !text.EndsSentence && !text.Text.StartsWith('-') && !text.Text.StartsWith('\u2022');
        return isShort && line + 1 < judged.Lines.Count ? BlockKind.Heading : BlockKind.Paragraph;
    }
}
