using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>A word of a grammar's lexicon: its form with what a treebank says of it.</summary>
internal readonly record struct GrammarWord(string Form, string Pos, string Tag, string Features);

/// <summary>One choice for a part of a phrase.</summary>
/// <param name="Symbol">A phrase, a list of words, or a stock of names.</param>
/// <param name="Relation">To the head of the phrase; null for the head itself.</param>
internal readonly record struct PartChoice(string Symbol, string? Relation);

/// <summary>A part of a phrase: one of its choices stands there, or sometimes nothing.</summary>
internal readonly record struct PhrasePart(ImmutableArray<PartChoice> Choices, bool MayLack);

/// <summary>One way to build a phrase, taken as often as its weight says.</summary>
internal sealed record PhraseForm(float Weight, ImmutableArray<PhrasePart> Parts, int Head);

/// <summary>
/// A grammar whose sentences come with their trees: each phrase has one head and tells how its other parts hang on it.
/// </summary>
/// <remarks>
/// A file of lines. <c>phrase NAME</c> opens a phrase, and each indented line below is one form of it: a weight and parts parted by spaces.
/// A part is <c>SYMBOL:RELATION</c>; the one without a relation is the head. <c>A:obl|B:nmod</c> is a choice, a leading <c>?</c> makes a part rare,
/// a <c>#</c> in the phrase's name makes a singular (<c>s</c>) and a plural (<c>p</c>) phrase, each <c>#</c> below standing for the same letter.
/// <c>words NAME POS TAG FEATURES</c> opens a list of forms, <c>verbs NAME</c> one of verbs (<c>expel/expelled</c>, <c>take/took/taken</c>) with
/// the lists <c>NAME.VB</c>, <c>.VBZ</c>, <c>.VBP</c>, <c>.VBDs</c>, <c>.VBDp</c>, <c>.VBG</c>, <c>.GER</c>, <c>.VBN</c> and <c>.PASS</c>; forms stand on indented lines.
/// Symbols that begin with <c>@</c> are names of <see cref="NameStock"/>. The sentences are built from the phrase <c>Sentence</c>.
/// </remarks>
internal sealed class SentenceGrammar
{
    public const string Start = "Sentence";
    private readonly Dictionary<string, List<PhraseForm>> phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GrammarWord>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FilePlace> used = new(StringComparer.Ordinal);

    private SentenceGrammar()
    {
    }

    public IReadOnlyList<PhraseForm>? FormsOf(string symbol) => phrases.GetValueOrDefault(symbol);

    public IReadOnlyList<GrammarWord> WordsOf(string symbol) => words[symbol];

    /// <summary>The first word or relation with a label that is not among those of a model; null when all are known.</summary>
    public string? StrangeLabel(TagSets sets)
    {
        foreach (GrammarWord word in words.Values.SelectMany(list => list))
        {
            if (!sets.Pos.Contains(word.Pos) || !sets.Tags.Contains(word.Tag) || !sets.Features.Contains(word.Features))
                return $"{word.Form} {word.Pos} {word.Tag} {word.Features}";
        }

        return phrases.Values.SelectMany(forms => forms).SelectMany(form => form.Parts).SelectMany(part => part.Choices)
            .Select(choice => choice.Relation).OfType<string>().FirstOrDefault(relation => !sets.Relations.Contains(relation));
    }

    /// <exception cref="KnowledgeException">The text breaks the format, or names what is nowhere.</exception>
    public static SentenceGrammar Parse(string file, string text)
    {
        var grammar = new SentenceGrammar();
        Action<string, FilePlace>? open = null;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            var place = new FilePlace(file, i + 1, 1);
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == ' ')
                (open ?? throw new KnowledgeException(place, "an indented line stands under no block"))(line.Trim(), place);
            else
                open = grammar.Open(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), place);
        }

        grammar.Check(file);
        return grammar;
    }

    private Action<string, FilePlace> Open(string[] header, FilePlace place)
    {
        string name = header.Length > 1 ? header[1] : "";
        switch (header[0])
        {
            case "phrase" when header.Length == 2:
                return (line, at) =>
                {
                    foreach (string number in name.Contains('#') ? new[] { "s", "p" } : [""])
                        AddForm(name.Replace("#", number, StringComparison.Ordinal), line.Replace("#", number, StringComparison.Ordinal), at);
                };
            case "words" when header.Length == 5:
                return (line, _) =>
                {
                    foreach (string form in Cut(line))
                        AddWord(name, new GrammarWord(form, header[2], header[3], header[4]));
                };
            case "verbs" when header.Length == 2:
                return (line, at) =>
                {
                    foreach (string verb in Cut(line))
                        AddVerb(name, verb.Split('/'), at);
                };
            default:
                throw new KnowledgeException(place, "expected 'phrase NAME', 'words NAME POS TAG FEATURES' or 'verbs NAME'");
        }
    }

    private void AddForm(string name, string line, FilePlace place)
    {
        string[] cells = Cut(line);
        if (!float.TryParse(cells[0], NumberStyles.Float, CultureInfo.InvariantCulture, out float weight) || weight <= 0)
            throw new KnowledgeException(place, $"'{cells[0]}' is no weight");
        var parts = ImmutableArray.CreateBuilder<PhrasePart>();
        int head = -1;
        foreach (string cell in cells[1..])
        {
            bool mayLack = cell[0] == '?';
            ImmutableArray<PartChoice> choices = [.. (mayLack ? cell[1..] : cell).Split('|').Select(Choice)];
            foreach (PartChoice choice in choices)
                used.TryAdd(choice.Symbol, place);
            if (choices.Any(choice => choice.Relation is null))
            {
                if (head >= 0 || mayLack || choices.Any(choice => choice.Relation is not null))
                    throw new KnowledgeException(place, "a phrase has one part without relation, its head, which cannot lack");
                head = parts.Count;
            }

            parts.Add(new PhrasePart(choices, mayLack));
        }

        if (head < 0)
            throw new KnowledgeException(place, "no part is the head: all have relations");
        List(phrases, name).Add(new PhraseForm(weight, parts.ToImmutable(), head));
    }

    private static PartChoice Choice(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? new PartChoice(text, null) : new PartChoice(text[..colon], text[(colon + 1)..]);
    }

    private void AddVerb(string name, string[] forms, FilePlace place)
    {
        const string Finite = "Mood=Ind|Number={0}|Person=3|Tense={1}|VerbForm=Fin";
        if (forms.Length > 3)
            throw new KnowledgeException(place, "a verb has at most three forms: base/past/participle");
        string stem = forms[0];
        string past = forms.Length > 1 ? forms[1] : EnglishForms.Past(stem);
        string participle = forms.Length > 2 ? forms[2] : past;
        string ing = EnglishForms.Ing(stem, past);
        Add("VB", "VerbForm=Inf", stem);
        Add("VBZ", string.Format(CultureInfo.InvariantCulture, Finite, "Sing", "Pres"), EnglishForms.WithS(stem));
        Add("VBP", string.Format(CultureInfo.InvariantCulture, Finite, "Plur", "Pres"), stem);
        Add("VBDs", string.Format(CultureInfo.InvariantCulture, Finite, "Sing", "Past"), past);
        Add("VBDp", string.Format(CultureInfo.InvariantCulture, Finite, "Plur", "Past"), past);
        Add("VBG", "Tense=Pres|VerbForm=Part", ing);
        Add("GER", "VerbForm=Ger", ing);
        Add("VBN", "Tense=Past|VerbForm=Part", participle);
        Add("PASS", "Tense=Past|VerbForm=Part|Voice=Pass", participle);

        void Add(string kind, string features, string form)
        {
            string tag = kind switch { "VBDs" or "VBDp" => "VBD", "GER" => "VBG", "PASS" => "VBN", _ => kind };
            AddWord($"{name}.{kind}", new GrammarWord(form, "VERB", tag, features));
        }
    }

    private void AddWord(string name, GrammarWord word) => List(words, name).Add(word);

    private void Check(string file)
    {
        foreach ((string symbol, FilePlace place) in used)
        {
            if (symbol[0] == NameStock.Mark ? !NameStock.Has(symbol) : !phrases.ContainsKey(symbol) && !words.ContainsKey(symbol))
                throw new KnowledgeException(place, $"'{symbol}' is neither a phrase nor a list of words nor a stock of names");
            if (phrases.ContainsKey(symbol) && words.ContainsKey(symbol))
                throw new KnowledgeException(place, $"'{symbol}' is a phrase and a list of words");
        }

        foreach (string name in phrases.Keys)
        {
            if (name != Start && !used.ContainsKey(name))
                throw new KnowledgeException(file, 1, 1, $"no phrase uses '{name}'");
        }

        if (!phrases.ContainsKey(Start))
            throw new KnowledgeException(file, 1, 1, $"there is no phrase '{Start}'");
    }

    private static string[] Cut(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<T> List<T>(Dictionary<string, List<T>> lists, string name)
    {
        if (!lists.TryGetValue(name, out List<T>? list))
            lists[name] = list = [];
        return list;
    }
}
