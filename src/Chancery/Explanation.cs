using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery;

/// <summary>Why a document's records are what they are: sentence by sentence the words, the mentions, the clauses and the rules.</summary>
public sealed record Explanation(ParsedDocument Parsed, ImmutableArray<SentenceExplanation> Sentences)
{
    internal static Explanation Of(EventSources sources, EventRuleSet rules, Ontology ontology, SpeechWords speech, ClauseGrammar grammar, IEnumerable<Diagnostic> problems)
    {
        var matcher = new RuleMatcher(sources, rules, ontology, speech, grammar);
        var fates = new Fates();
        Events.Code(sources, rules, ontology, grammar, speech, [.. problems], fates);
        var sentences = ImmutableArray.CreateBuilder<SentenceExplanation>();
        for (int s = 0; s < sources.Tree.Parsed.Sentences.Length; s++)
        {
            Sentence sentence = sources.Tree.Parsed.Sentences[s];
            var clauses = ImmutableArray.CreateBuilder<ClauseExplanation>();
            for (int c = 0; c < sources.Clauses.All.Length; c++)
            {
                Clause clause = sources.Clauses[c];
                if (clause.Predicate < sentence.FirstToken || clause.Predicate >= sentence.EndToken)
                    continue;
                var refused = new List<(EventRule Rule, string Why)>();
                List<RuleReading> readings = matcher.Read(c, refused);
                clauses.Add(new ClauseExplanation(
                    clause,
                    [.. clause.Arguments.Select(argument => (argument.Role, sources.Tree[argument.Token].Range.Of(sources.Tree.Text)))],
                    [.. readings.Select(reading => new RuleExplanation(reading.Rule.Id.Name, reading.Weight, Names(reading.Actors), Names(reading.Recipients), ""))],
                    [.. refused.Select(item => new RuleExplanation(item.Rule.Id.Name, 0, [], [], item.Why))],
                    fates.RecordOf(c),
                    readings.Count > 0 ? fates.LeftOut(c) : null));
            }

            sentences.Add(new SentenceExplanation(
                sentence,
                [.. sources.Mentions.Mentions.Where(mention => sentence.Range.Contains(mention.Range)).Select(mention => (mention, sources.Mentions.Entities[mention.Entity]))],
                clauses.ToImmutable()));
        }

        return new Explanation(sources.Tree.Parsed, sentences.ToImmutable());

        ImmutableArray<string> Names(List<Side> sides) => [.. sides.Select(side => sources.Mentions.Entities[side.Entity].Name)];
    }
}

public sealed record SentenceExplanation(
    Sentence Sentence, ImmutableArray<(EntityMention Mention, Entity Entity)> Mentions, ImmutableArray<ClauseExplanation> Clauses);

/// <param name="Clause">What the grammar tells.</param>
/// <param name="Arguments">Roles with the words that head them.</param>
/// <param name="Matched">Rules that fit, the winner first.</param>
/// <param name="Refused">Rules of the same word that do not, with why.</param>
/// <param name="Record">The place of the record that the winner gives among the events of the reading, from 1; 0 where it gives none.</param>
/// <param name="LeftOut">Why what the winner reads is no record; null where it is one and where no rule fitted.</param>
public sealed record ClauseExplanation(
    Clause Clause, ImmutableArray<(string Role, string Word)> Arguments, ImmutableArray<RuleExplanation> Matched, ImmutableArray<RuleExplanation> Refused, int Record, string? LeftOut);

/// <param name="Rule">Its name.</param>
/// <param name="Weight">How well it fits; higher wins.</param>
/// <param name="Actors">Names.</param>
/// <param name="Recipients">Names.</param>
/// <param name="Why">Why it does not fit; "" when it does.</param>
public sealed record RuleExplanation(string Rule, int Weight, ImmutableArray<string> Actors, ImmutableArray<string> Recipients, string Why);
