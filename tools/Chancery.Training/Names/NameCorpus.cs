using System.Text;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;
using Sighting = Chancery.Coding.Sighting;

namespace Chancery.Training;

/// <summary>One sentence as the learner sees it: hashed features of each word that may be part of a name, and the right labels.</summary>
internal sealed record NameExample(uint[]?[] Features, byte[] Labels);

/// <summary>Sentences of treebanks, parsed and looked up in the data as a reading does it.</summary>
internal sealed class NameCorpus
{
    private const int SentencesAtOnce = 500;

    /// <summary>Of names that the data know, how many the learner sees as unknown: names met in new reports mostly are.</summary>
    private const double Forgotten = 0.6;

    private readonly Parser parser;
    private readonly KnowledgeBase knowledge;
    private readonly CodingLanguage language;

    public NameCorpus(Parser parser, KnowledgeBase knowledge, string tag)
    {
        this.parser = parser;
        this.knowledge = knowledge;
        language = new CodingLanguage(knowledge.Language(tag) ?? throw new InvalidDataException($"there are no data for the language '{tag}'"));
    }

    /// <param name="sentences">With their names.</param>
    /// <param name="chance">Decides which known names are forgotten; null for none.</param>
    /// <param name="all">Whether all known names are forgotten.</param>
    public IEnumerable<NameExample> Examples(IReadOnlyList<NamedSentence> sentences, Chance? chance, bool all = false)
    {
        foreach (NamedSentence[] part in sentences.Chunk(SentencesAtOnce))
        {
            DocumentTree tree = TreeOf(part);
            var scan = new NameScan(tree, knowledge.Entities, knowledge.Outlets, language.Mentions, null, null);
            for (int s = 0; s < part.Length; s++)
            {
                Sentence sentence = tree.Parsed.Sentences[s];
                Sighting?[] taken = scan.Look(sentence, []);
                uint[]?[] known = FeaturesOf(tree, sentence, taken);
                byte[] labels = LabelsOf(part[s], taken, known);
                if (chance is not null)
                    Forget(taken, all ? null : chance);
                yield return new NameExample(chance is null ? known : FeaturesOf(tree, sentence, taken), labels);
            }
        }
    }

    /// <summary>The sentences with other names in them.</summary>
    public IEnumerable<NamedSentence> Swap(IEnumerable<NamedSentence> sentences, Chance chance) => sentences.Select(new NameSwap(knowledge.Entities, chance).Of);

    /// <summary>The names that a model sees, sentence by sentence.</summary>
    /// <param name="sentences">With the right names.</param>
    /// <param name="model">The model.</param>
    /// <param name="blind">Whether names that the data know are hidden from it.</param>
    public IEnumerable<(NamedSentence Gold, List<TaggedName> Found)> Tag(IReadOnlyList<NamedSentence> sentences, NameModel model, bool blind)
    {
        foreach (NamedSentence[] part in sentences.Chunk(SentencesAtOnce))
        {
            DocumentTree tree = TreeOf(part);
            var scan = new NameScan(tree, knowledge.Entities, knowledge.Outlets, language.Mentions, null, null);
            var tagger = new NameTagger(model, tree, language.Mentions, knowledge.Entities);
            for (int s = 0; s < part.Length; s++)
            {
                Sentence sentence = tree.Parsed.Sentences[s];
                Sighting?[] taken = scan.Look(sentence, []);
                if (blind)
                    Forget(taken, null);
                tagger.Enter(sentence, taken);
                var names = new List<TaggedName>();
                tagger.Tag(names);
                yield return (part[s], [.. names.Select(name => new TaggedName(name.First - sentence.FirstToken, name.Last - sentence.FirstToken, name.Kind))]);
            }
        }
    }

    /// <summary>
    /// The sentences with the names that a first model and the data see in them (self-training, Yarowsky 1995): where the data know a name,
    /// they are right; elsewhere the model is believed.
    /// </summary>
    public List<NamedSentence> Label(IReadOnlyList<NamedSentence> sentences, NameModel model)
    {
        var labelled = new List<NamedSentence>();
        foreach (NamedSentence[] part in sentences.Chunk(SentencesAtOnce))
        {
            DocumentTree tree = TreeOf(part);
            var scan = new NameScan(tree, knowledge.Entities, knowledge.Outlets, language.Mentions, null, null);
            var tagger = new NameTagger(model, tree, language.Mentions, knowledge.Entities);
            for (int s = 0; s < part.Length; s++)
            {
                Sentence sentence = tree.Parsed.Sentences[s];
                var sightings = new List<Sighting>();
                tagger.Enter(sentence, scan.Look(sentence, sightings));
                var names = new List<TaggedName>();
                tagger.Tag(names);
                var result = new NamedSentence();
                result.Forms.AddRange(part[s].Forms);
                IEnumerable<Sighting> known = sightings.Where(sighting => KindOf(sighting) is not null);
                result.Names.AddRange(names
                    .Where(name => !known.Any(sighting => sighting.First <= name.Last && name.First <= sighting.Last && (sighting.Last - sighting.First >= name.Last - name.First || KindOf(sighting) == NameKind.None)))
                    .Select(name => new GoldName(name.First - sentence.FirstToken, name.Last - sentence.FirstToken, name.Kind)));
                foreach (Sighting sighting in known)
                {
                    var name = new GoldName(sighting.First - sentence.FirstToken, sighting.Last - sentence.FirstToken, KindOf(sighting)!.Value);
                    if (name.Kind != NameKind.None && !result.Names.Any(other => other.First <= name.Last && name.First <= other.Last))
                        result.Names.Add(name);
                }

                labelled.Add(result);
            }
        }

        return labelled;
    }

    /// <summary>What the data are sure of: a kind, none for a word that is no name, null for what they leave open.</summary>
    private static NameKind? KindOf(Sighting sighting) => sighting.Kind switch
    {
        SightingKind.State => sighting.Role is NameRole.Adjective or NameRole.People ? NameKind.None : NameKind.Place,
        SightingKind.Place => NameKind.Place,
        SightingKind.Body or SightingKind.Outlet => NameKind.Organization,
        SightingKind.Person when !sighting.IsWeak => NameKind.Person,
        _ => null,
    };

    private uint[]?[] FeaturesOf(DocumentTree tree, Sentence sentence, Sighting?[] taken)
    {
        var features = new uint[]?[sentence.TokenCount];
        Span<uint> row = stackalloc uint[NameFeatures.Count];
        var signs = new byte[features.Length];
        NameFeatures.ReadSigns(tree, sentence, language.Mentions, knowledge.Entities, signs);
        for (int i = 0; i < features.Length; i++)
        {
            if (NameTagger.MayBeNamed(tree, sentence.FirstToken + i))
                features[i] = row[..NameFeatures.Read(tree, sentence, sentence.FirstToken + i, taken, signs, row)].ToArray();
        }

        return features;
    }

    /// <summary>Hides what the data know of names, all of it or by chance.</summary>
    private static void Forget(Sighting?[] taken, Chance? chance)
    {
        for (int i = 0; i < taken.Length;)
        {
            Sighting? sighting = taken[i];
            int end = i + 1;
            while (end < taken.Length && sighting is not null && taken[end] == sighting)
                end++;
            if (sighting is { Kind: SightingKind.Person or SightingKind.Body or SightingKind.Place or SightingKind.State or SightingKind.Outlet } && (chance is null || chance.NextSingle() < Forgotten))
                taken.AsSpan(i, end - i).Clear();
            i = end;
        }
    }

    /// <summary>A person's name begins after the titles that stand before it; a name with words that the tagger never looks at cannot be learned.</summary>
    private static byte[] LabelsOf(NamedSentence sentence, Sighting?[] taken, uint[]?[] features)
    {
        var labels = new byte[sentence.Forms.Count];
        foreach (GoldName name in sentence.Names)
        {
            int first = name.First;
            while (name.Kind == NameKind.Person && first < name.Last && taken[first] is { Kind: SightingKind.Title or SightingKind.Agent })
                first++;
            if (Array.IndexOf(features, null, first, name.Last - first + 1) >= 0)
                continue;
            int begin = ((int)name.Kind * 2) - 1;
            for (int i = first; i <= name.Last; i++)
                labels[i] = (byte)(i == first ? begin : begin + 1);
        }

        return labels;
    }

    private DocumentTree TreeOf(NamedSentence[] sentences)
    {
        var text = new StringBuilder();
        var words = new List<Word>();
        var ranges = new List<Sentence>();
        foreach (NamedSentence sentence in sentences)
        {
            int start = text.Length;
            int first = words.Count;
            foreach (string form in sentence.Forms)
            {
                words.Add(new Word(new TextRange(text.Length, form.Length), null, false));
                text.Append(form).Append(' ');
            }

            ranges.Add(new Sentence(TextRange.FromBounds(start, text.Length), first, sentence.Forms.Count, 0));
        }

        Document document = Measurement.DocumentOf(text.ToString());
        return new DocumentTree(TreeRepairs.Mend(new ParsedDocument { Document = document, Sentences = [.. ranges], Tokens = parser.Annotate(document.Text, words, ranges) }, language.Grammar));
    }
}
