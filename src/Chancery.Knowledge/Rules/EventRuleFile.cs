using System.Collections.Immutable;
using System.Text;
using Chancery.Model;

namespace Chancery.Knowledge;

/// <summary>Reads blocks of <c>data/events/*.rules</c>; <c>docs/guides/event-rules.md</c> describes the fields.</summary>
/// <param name="ontology">The types, modes and codes that a rule may name.</param>
/// <param name="lists">The words that rules name by their list.</param>
internal sealed class EventRuleFile(Ontology ontology, WordLists lists)
{
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "type", "cameo", "context", "verb", "noun", "light", "adjective", "actor", "recipient", "about", "reciprocal", "if", "unless",
        "needs", "inside", "said", "status", "future", "priority", "stance", "refusal", "plain", "public", "facing", "untold", "ahead", "also", "yes", "no",
    };

    /// <summary>What a condition may ask of a side, beside the code of a sector.</summary>
    private static readonly string[] Classes = ["actor", "clause", "group", "named", "organization", "person", "place", "speaker", "state"];

    /// <exception cref="KnowledgeException">A block breaks the format.</exception>
    public IEnumerable<EventRule> Parse(string file, string text)
    {
        foreach (Block block in BlockFile.Parse(file, text))
        {
            if (block.Keyword != "rule")
                throw new KnowledgeException(block.Place, $"'{block.Keyword}' is no block of a rules file; it holds 'rule' blocks");
            yield return Read(block);
        }
    }

    private EventRule Read(Block block)
    {
        foreach (BlockField field in block.Fields)
        {
            if (!Keys.Contains(field.Key))
                throw new KnowledgeException(field.Place, $"'{field.Key}' is no field of a rule");
        }

        (EventType? type, ImmutableArray<string> modes) = ReadType(block);
        BlockField cameo = block.Single("cameo") ?? throw new KnowledgeException(block.Place, $"rule '{block.Name}' has no CAMEO code");
        if (!ontology.IsCameo(cameo.Value))
            throw new KnowledgeException(cameo.ValuePlace, $"'{cameo.Value}' is no CAMEO code");
        var triggers = ImmutableArray.CreateBuilder<RuleTrigger>();
        foreach (BlockField field in block.Fields)
            AddTriggers(triggers, field);
        if (triggers.Count == 0)
            throw new KnowledgeException(block.Place, $"rule '{block.Name}' has no verb, noun, light or adjective line");
        return new EventRule
        {
            Id = new RuleId(block.Name),
            Type = type,
            Modes = modes,
            Contexts = block.Single("context") is { } context ? ReadContexts(context) : [],
            Cameo = cameo.Value,
            Triggers = triggers.ToImmutable(),
            Actor = Paths(block.Single("actor")),
            Recipient = Paths(block.Single("recipient")),
            About = Paths(block.Single("about")),
            Reciprocal = Flag(block.Single("reciprocal")),
            Conditions = [.. block.All("if").Select(Condition)],
            Exceptions = [.. block.All("unless").Select(Condition)],
            Needs = block.Single("needs") is { } needs ? OneOf(needs, "actor", "recipient", "both", "any", "none") : "any",
            CoversInside = block.Single("inside") is { } inside && OneOf(inside, "skip", "code") == "skip",
            IsSaid = Flag(block.Single("said")),
            IsStance = Flag(block.Single("stance")),
            IsRefusal = Flag(block.Single("refusal")),
            LiesAhead = Flag(block.Single("ahead")),
            IsPlain = Flag(block.Single("plain")),
            IsPublic = Flag(block.Single("public")),
            IsFacing = Flag(block.Single("facing")),
            IsUntold = Flag(block.Single("untold")),
            AgreementStatus = block.Single("status") is { } status ? Status(status) : null,
            WhenFuture = block.Single("future") is { } future ? Future(future) : null,
            Also = block.Single("also") is { } also ? ReadAlso(also) : null,
            Priority = block.Single("priority") is { } priority ? Number(priority) : 0,
            Yes = [.. block.All("yes").Select(Example)],
            No = [.. block.All("no").Select(Example)],
            Place = block.Place,
        };
    }

    private (EventType? Type, ImmutableArray<string> Modes) ReadType(Block block)
    {
        BlockField field = block.Single("type") ?? throw new KnowledgeException(block.Place, $"rule '{block.Name}' has no type");
        string[] parts = field.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts[0] == "-")
            return (null, []);
        if (!EventTypes.TryParse(parts[0], out EventType type))
            throw new KnowledgeException(field.ValuePlace, $"'{parts[0]}' is no PLOVER type; '-' stands for none");
        foreach (string mode in parts.AsSpan(1))
        {
            if (!ontology.IsMode(type, mode))
                throw new KnowledgeException(field.ValuePlace, $"'{mode}' is no mode of {parts[0]}");
        }

        return (type, [.. parts.Skip(1)]);
    }

    private ImmutableArray<string> ReadContexts(BlockField field)
    {
        ImmutableArray<string> contexts = field.Values();
        foreach (string context in contexts)
        {
            if (!ontology.IsContext(context))
                throw new KnowledgeException(field.ValuePlace, $"'{context}' is no context of PLOVER");
        }

        return contexts;
    }

    private void AddTriggers(ImmutableArray<RuleTrigger>.Builder triggers, BlockField field)
    {
        switch (field.Key)
        {
            case "verb":
                AddWords(triggers, field, TriggerKind.Verb);
                break;
            case "noun":
                AddWords(triggers, field, TriggerKind.Noun);
                break;
            case "adjective":
                AddWords(triggers, field, TriggerKind.Adjective);
                break;
            case "light":
                string[] halves = field.Value.Split('+', StringSplitOptions.TrimEntries);
                if (halves.Length != 2)
                    throw new KnowledgeException(field.ValuePlace, "a light form is 'verbs + nouns'");
                foreach (string verb in Alternatives(halves[0], field))
                {
                    foreach (string noun in Alternatives(halves[1], field))
                        triggers.Add(new RuleTrigger(TriggerKind.Light, noun, verb, null));
                }

                break;
        }
    }

    private void AddWords(ImmutableArray<RuleTrigger>.Builder triggers, BlockField field, TriggerKind kind)
    {
        foreach (string value in lists.Unfold(field.Values(), field.ValuePlace))
        {
            int space = value.IndexOf(' ');
            triggers.Add(space < 0
                ? new RuleTrigger(kind, value, null, null)
                : new RuleTrigger(kind, value[..space], null, value[(space + 1)..]));
        }
    }

    private ImmutableArray<string> Alternatives(string value, BlockField field)
    {
        string[] parts = value.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Any(part => part.Length == 0))
            throw new KnowledgeException(field.ValuePlace, "an empty value between two bars");
        return lists.Unfold([.. parts], field.ValuePlace);
    }

    private static ImmutableArray<RolePath> Paths(BlockField? field)
    {
        if (field is not { } value)
            return [];
        // Conditions ask for a class; a side that is not of standing is dropped by itself.
        if (value.Values().FirstOrDefault(path => path.EndsWith(" is", StringComparison.Ordinal)) is { } asking)
            throw new KnowledgeException(value.ValuePlace, $"'{asking}' asks for a class, which only 'if' and 'unless' do; write '{asking[..^3]}'");
        return [.. value.Values().Select(path => new RolePath([.. path.Split('.')]))];
    }

    /// <summary>Reads <c>object sanction | embargo</c>, <c>object is state | person</c>, or <c>with</c> alone.</summary>
    private RuleCondition Condition(BlockField field)
    {
        int space = field.Value.IndexOf(' ');
        string path = space < 0 ? field.Value : field.Value[..space];
        string rest = space < 0 ? "" : field.Value[(space + 1)..].Trim();
        bool asksClass = rest.StartsWith("is ", StringComparison.Ordinal);
        ImmutableArray<string> values = rest.Length == 0 ? [] : Alternatives(asksClass ? rest[3..] : rest, field);
        if (asksClass && values.FirstOrDefault(value => !IsClass(value)) is { } unknown)
            throw new KnowledgeException(field.ValuePlace, $"'{unknown}' is no class: {string.Join(", ", Classes)}, or the code of a sector");
        return new RuleCondition(new RolePath([.. path.Split('.')]), asksClass ? [] : values, asksClass ? values : []);
    }

    private static bool IsClass(string value) => Classes.Contains(value) || SectorCodes.TryParse(value, out _);

    private static bool Flag(BlockField? field) => field is { } value && OneOf(value, "yes", "no") == "yes";

    private static string OneOf(BlockField field, params ReadOnlySpan<string> allowed)
    {
        foreach (string value in allowed)
        {
            if (field.Value == value)
                return value;
        }

        throw new KnowledgeException(field.ValuePlace, $"'{field.Key}' is one of: {string.Join(", ", allowed!)}");
    }

    private static AgreementStatus Status(BlockField field) =>
        Enum.TryParse(field.Value.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out AgreementStatus status)
            ? status
            : throw new KnowledgeException(field.ValuePlace, $"'{field.Value}' is no status of an agreement");

    private (EventType Type, string Cameo) Future(BlockField field)
    {
        string[] parts = field.Value.Split(' ');
        if (parts.Length != 2 || !EventTypes.TryParse(parts[0], out EventType type) || !ontology.IsCameo(parts[1]))
            throw new KnowledgeException(field.ValuePlace, "'future' is a PLOVER type and a CAMEO code: 'AGREE 036'");
        return (type, parts[1]);
    }

    private (EventType Type, ImmutableArray<string> Modes, string Cameo) ReadAlso(BlockField field)
    {
        string[] parts = field.Value.Split(' ');
        if (parts.Length < 2 || !EventTypes.TryParse(parts[0], out EventType type) || !ontology.IsCameo(parts[^1]) || !parts[1..^1].All(mode => ontology.IsMode(type, mode)))
            throw new KnowledgeException(field.ValuePlace, "'also' is a PLOVER type, its modes and a CAMEO code: 'COERCE arrest 173'");
        return (type, [.. parts[1..^1]], parts[^1]);
    }

    private static int Number(BlockField field) =>
        int.TryParse(field.Value, out int number) && number is >= -9 and <= 9
            ? number
            : throw new KnowledgeException(field.ValuePlace, "'priority' is a number from -9 to 9");

    /// <summary>Reads <c>[words|role]</c> marks out of a sentence.</summary>
    private static RuleExample Example(BlockField field)
    {
        var text = new StringBuilder();
        var marks = ImmutableArray.CreateBuilder<(TextRange, string)>();
        int open = -1;
        for (int i = 0; i < field.Value.Length; i++)
        {
            char c = field.Value[i];
            if (c == '[')
            {
                open = text.Length;
            }
            else if (open >= 0 && c == '|')
            {
                int close = field.Value.IndexOf(']', i);
                if (close < 0)
                    throw new KnowledgeException(field.ValuePlace, "a bracket is not closed; a mark is '[words|role]'");
                marks.Add((TextRange.FromBounds(open, text.Length), field.Value[(i + 1)..close]));
                open = -1;
                i = close;
            }
            else
            {
                text.Append(c);
            }
        }

        return new RuleExample(text.ToString(), marks.ToImmutable(), field.ValuePlace);
    }
}
