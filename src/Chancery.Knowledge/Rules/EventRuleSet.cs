using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>A rule with the one of its triggers that a word may be.</summary>
public sealed record RuleMatch(EventRule Rule, RuleTrigger Trigger);

/// <summary>All event rules, found by the lemma that names the act.</summary>
public sealed class EventRuleSet
{
    private readonly Dictionary<string, ImmutableArray<RuleMatch>> byVerb;
    private readonly Dictionary<string, ImmutableArray<RuleMatch>> byNoun;
    private readonly Dictionary<string, ImmutableArray<RuleMatch>> byAdjective;

    private EventRuleSet(ImmutableArray<EventRule> rules, ConfidenceTable confidence)
    {
        Confidence = confidence;
        Rules = rules;
        var all = new List<RuleMatch>();
        foreach (EventRule rule in rules)
        {
            foreach (RuleTrigger trigger in rule.Triggers)
                all.Add(new RuleMatch(rule, trigger));
        }

        byVerb = WordIndex.Of(all, match => match.Trigger.Kind == TriggerKind.Verb ? match.Trigger.Lemma : match.Trigger.Verb);
        byNoun = WordIndex.Of(all, match => match.Trigger.Kind == TriggerKind.Noun ? match.Trigger.Lemma : null);
        byAdjective = WordIndex.Of(all, match => match.Trigger.Kind == TriggerKind.Adjective ? match.Trigger.Lemma : null);
    }

    public ImmutableArray<EventRule> Rules { get; }

    public ConfidenceTable Confidence { get; }

    /// <summary>Rules that this verb may trigger, alone or as the light verb of a noun.</summary>
    public ImmutableArray<RuleMatch> OfVerb(string lemma) => byVerb.GetValueOrDefault(lemma, []);

    public bool IsVerb(string lemma) => byVerb.ContainsKey(lemma);

    public ImmutableArray<RuleMatch> OfNoun(string lemma) => byNoun.GetValueOrDefault(lemma, []);

    /// <summary>Whether some rule reads an act from a noun of this lemma, alone or in a light form.</summary>
    public bool IsNoun(string lemma) => byNoun.ContainsKey(lemma);

    public ImmutableArray<RuleMatch> OfAdjective(string lemma) => byAdjective.GetValueOrDefault(lemma, []);

    /// <exception cref="KnowledgeException">A rule breaks the format, or two of one folder bear one name.</exception>
    public static EventRuleSet Load(IReadOnlyCollection<KnowledgeSource> sources, Ontology ontology)
    {
        var file = new EventRuleFile(ontology, WordLists.Load(sources));
        var rules = new Dictionary<string, EventRule>(StringComparer.Ordinal);
        ConfidenceTable? confidence = null;
        foreach (KnowledgeSource source in sources)
        {
            confidence ??= ConfidenceTable.Load(source);
            var own = new HashSet<string>(StringComparer.Ordinal);
            foreach ((string path, string text) in source.Below("events/", ".rules"))
            {
                foreach (EventRule rule in file.Parse(path, text))
                {
                    if (!own.Add(rule.Id.Name))
                        throw new KnowledgeException(rule.Place, $"a second rule '{rule.Id}'");
                    rules[rule.Id.Name] = rule;
                }
            }
        }

        return new EventRuleSet([.. rules.Values.OrderBy(rule => rule.Id.Name, StringComparer.Ordinal)], confidence ?? ConfidenceTable.Empty);
    }
}
