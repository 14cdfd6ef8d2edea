using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the event stage reads: everything that was found in the document before it.</summary>
public sealed record EventSources(
    DocumentTree Tree, ClauseSet Clauses, MentionIndex Mentions, ImmutableArray<DateMention> Dates, ImmutableArray<Quote> Quotes)
{
    /// <summary>Whether the predicate of a clause tells somebody's words.</summary>
    public bool IsSaying(Clause clause) => Quotes.Any(quote => quote.Cue is { } cue && cue.Overlaps(Tree[clause.Predicate].Range));

    /// <summary>Whether a token stands in an expression of time.</summary>
    public bool IsTime(int token)
    {
        int position = Tree[token].Range.Start;
        foreach (DateMention date in Dates)
        {
            if (date.Range.Start <= position && position < date.Range.End)
                return true;
        }

        return false;
    }
}

/// <summary>Codes the events of a document: one pass over its clauses, in text order.</summary>
public static class Events
{
    /// <summary>Records of one document beyond this number are left out with a diagnostic.</summary>
    public const int MostRecords = 20_000;

    /// <param name="fates">Told of every reading what became of it; null where nobody asks.</param>
    public static ImmutableArray<EventMention> Code(
        EventSources sources, EventRuleSet rules, Ontology ontology, ClauseGrammar grammar, SpeechWords speech, List<Diagnostic> problems, Fates? fates = null)
    {
        ClauseSet clauses = sources.Clauses;
        var matcher = new RuleMatcher(sources, rules, ontology, speech, grammar);
        var writer = new EventWriter(sources, rules, ontology, grammar, speech);
        var covered = new CoveredClauses(sources.Tree, clauses, grammar);
        var provisions = new Provisions(sources.Tree);
        var events = new List<EventMention>();
        var clauseOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < clauses.All.Length; i++)
        {
            if (covered.Contains(i))
            {
                fates?.LeaveOut(i, "an act told above it speaks for it");
                continue;
            }

            List<RuleReading> readings = matcher.Read(i);
            readings.RemoveAll(provisions.Holds);
            if (readings.Count == 0)
                continue;
            if (events.Count == MostRecords)
            {
                problems.Add(new Diagnostic(DiagnosticId.TooManyRecords, Severity.Warning, sources.Tree[clauses[i].Predicate].Range, $"more than {MostRecords} records; the rest of the report is left out"));
                break;
            }

            RuleReading best = readings[0];
            if (covered.IsAnswered(clauses[i]) && (best.Actors.Count == 0 || best.Recipients.Count == 0))
            {
                fates?.LeaveOut(i, "what was asked stands in the answer, and does not tell whom it was asked of");
                continue;
            }

            covered.Add(best);
            if (writer.Write(best, out string why) is not { } found)
            {
                fates?.LeaveOut(i, why);
                continue;
            }

            if (!best.Rule.IsPublic && !HasSide(found, sources, ontology))
            {
                // The same act told as what only those in power do: "was released on bail".
                if (readings.Find(other => other.Rule.IsPublic && other.Rule.Type == best.Rule.Type) is not { } official || writer.Write(official, out why) is not { } plain)
                {
                    fates?.LeaveOut(i, why.Length > 0 ? why : "none of its sides is one of public life");
                    continue;
                }

                (best, found) = (official, plain);
            }

            events.Add(found);
            clauseOf[found.Id] = i;
            if (best.Rule.Also is not { } also)
                continue;
            EventMention twin = writer.Twin(found, also);
            events.Add(twin);
            clauseOf[twin.Id] = i;
        }

        List<EventMention> trusted = Sifted(events, TranslatedHeadlines.Sift([.. events], sources.Tree.Parsed.Document, problems), "the headline of a marred translation gives no record");
        List<EventMention> told = Sifted(trusted, NounAllusions.Sift(trusted, clauseOf, sources), "a noun that comes back to an act told before");
        List<EventMention> joined = Sifted(told, Retellings.Join(told, clauseOf, sources), "one act with another of the same sentence");
        List<EventMention> filled = new UntoldSides(sources, rules, grammar).Fill(joined, clauseOf);
        List<EventMention> acts = Sifted(filled, PlainSayings.Sift(filled, rules, sources), "a saying that only carries another record");
        ImmutableArray<EventMention> records = EventMerging.Merge(acts, sources);
        fates?.Compare(acts, records, clauseOf, "told again of a record told elsewhere");
        fates?.Number(records, clauseOf);
        return records;

        List<EventMention> Sifted(List<EventMention> before, List<EventMention> after, string why)
        {
            fates?.Compare(before, after, clauseOf, why);
            return after;
        }
    }

    /// <summary>What private persons do to each other is no political act. A lone sentence has no room to say who a name is, so there each may be an official.</summary>
    private static bool HasSide(EventMention item, EventSources sources, Ontology ontology)
    {
        bool isAlone = sources.Tree.Parsed.Sentences.Length == 1;
        CountryCode home = default;
        foreach (Side side in item.Actors.Concat(item.Recipients))
        {
            Entity entity = sources.Mentions.Entities[side.Entity];
            if (!isAlone && ontology.IsPrivate(entity, item.Type))
            {
                // A firm of one state and a firm of another are no longer at home.
                if (!entity.Country.IsNone && !home.IsNone && entity.Country != home)
                    return true;
                home = entity.Country.IsNone ? home : entity.Country;
                continue;
            }

            if (ontology.IsSide(entity, item.Type) || (isAlone && sources.Mentions.Mentions.Any(mention => mention.Entity == side.Entity && mention.Kind == MentionKind.Name)))
                return true;
        }

        return false;
    }
}
