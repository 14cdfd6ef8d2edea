using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"I", "we" and "our" inside a quotation mean its speaker.</summary>
public static class QuotedPronouns
{
    /// <summary>The mentions with those of the quoted first persons added.</summary>
    public static MentionIndex Add(DocumentTree tree, MentionIndex mentions, ImmutableArray<Quote> quotes)
    {
        if (!quotes.Any(quote => quote.SpeakerEntity is not null))
            return mentions;
        var added = new List<EntityMention>();
        for (int i = 0; i < tree.Count; i++)
        {
            ref readonly Token token = ref tree[i];
            if (token.Pos != PartOfSpeech.Pron || !token.Morphology.HasFlag(Morphology.FirstPerson) || mentions.Knows(i))
                continue;
            Quote? inner = null;
            foreach (Quote quote in quotes)
            {
                if (quote.Form != QuoteForm.Indirect && quote.Content.Contains(token.Range) && (inner is null || quote.Content.Length < inner.Content.Length))
                    inner = quote;
            }

            // "We" are more than the one who says it, unless it is said for a government, a party or an armed band.
            if (inner?.SpeakerEntity is { } speaker && (!token.Morphology.HasFlag(Morphology.Plural) || SpeaksForMany(mentions.Entities[speaker])))
                added.Add(new EntityMention(token.Range, i, speaker, MentionKind.Pronoun, new RuleId("mention.quoted-speaker")));
        }

        return added.Count == 0
            ? mentions
            : new MentionIndex(tree, mentions.Entities, [.. mentions.Mentions.Concat(added).OrderBy(mention => mention.Range)]);
    }

    private static bool SpeaksForMany(Entity speaker) =>
        speaker.Kind != EntityKind.Person || speaker.Sectors is [Sector.Gov or Sector.Mil or Sector.Opp or Sector.Reb or Sector.Pty or Sector.Igo, ..] && !(speaker.Country.IsNone && speaker.Sectors[0] == Sector.Gov);
}
