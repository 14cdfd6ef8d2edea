using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>A name that the tagger sees: its tokens, what it is the name of, and by how much that is likelier than the next best kind.</summary>
internal readonly record struct TaggedName(int First, int Last, NameKind Kind);

/// <summary>Finds proper names in a sentence and tells persons, organizations, places and others apart. Holds scratch memory: one for each document.</summary>
internal sealed class NameTagger(NameModel model, DocumentTree tree, MentionWords words, KnownEntities known)
{
    private readonly NameDecoder decoder = new();
    private int[] sums = [];
    private float[] scores = [];
    private byte[] signs = [];
    private Sentence sentence;

    /// <summary>Scores the words of a sentence.</summary>
    /// <param name="where">The sentence.</param>
    /// <param name="taken">What the data know of its tokens, from its first on.</param>
    public void Enter(Sentence where, ReadOnlySpan<Sighting?> taken)
    {
        sentence = where;
        int size = where.TokenCount * NameModel.Labels;
        if (sums.Length < size)
        {
            sums = new int[size * 2];
            scores = new float[size * 2];
            signs = new byte[where.TokenCount * 2];
        }

        Span<byte> signsHere = signs.AsSpan(0, where.TokenCount);
        NameFeatures.ReadSigns(tree, where, words, known, signsHere);

        sums.AsSpan(0, size).Clear();
        Span<uint> features = stackalloc uint[NameFeatures.Count];
        for (int i = 0; i < where.TokenCount; i++)
        {
            Span<int> row = sums.AsSpan(i * NameModel.Labels, NameModel.Labels);
            bool possible = MayBeNamed(tree, where.FirstToken + i);
            if (possible)
            {
                int count = NameFeatures.Read(tree, where, where.FirstToken + i, taken, signsHere, features);
                foreach (uint feature in features[..count])
                    model.Add(feature, row);
            }

            for (int label = 0; label < row.Length; label++)
                scores[(i * NameModel.Labels) + label] = possible || label == 0 ? row[label] * model.Unit : float.NegativeInfinity;
        }
    }

    /// <summary>Adds to each kind how well it suits the words from one token to another, in units of the model.</summary>
    public void Weigh(int first, int last, Span<float> kinds)
    {
        for (int kind = 0; kind < kinds.Length; kind++)
            kinds[kind] += Score(first, last, (NameKind)kind);
    }

    /// <summary>The likeliest names of the sentence, in the order of the text.</summary>
    public void Tag(List<TaggedName> names)
    {
        int count = sentence.TokenCount;
        ReadOnlySpan<byte> labels = decoder.Decode(scores.AsSpan(0, count * NameModel.Labels), model.Steps);
        for (int i = 0; i < count; i++)
        {
            if (labels[i] == 0)
                continue;
            int last = i;
            while (last + 1 < count && NameModel.IsInside(labels[last + 1]))
                last++;
            names.Add(new TaggedName(sentence.FirstToken + i, sentence.FirstToken + last, NameModel.KindOf(labels[i])));
            i = last;
        }
    }

    /// <summary>Names have a capital or a digit; small words may stand within them.</summary>
    internal static bool MayBeNamed(DocumentTree tree, int token)
    {
        ReadOnlySpan<char> form = tree.Form(token);
        if (form.Length == 0)
            return false;
        return char.IsUpper(form[0]) || char.IsAsciiDigit(form[0]) || tree[token].Pos == PartOfSpeech.Propn || form.Length <= 4 && tree[token].Pos
            is PartOfSpeech.Adp or PartOfSpeech.Det or PartOfSpeech.Cconj or PartOfSpeech.Part or PartOfSpeech.Punct or PartOfSpeech.Sym or PartOfSpeech.X;
    }

    private float Score(int first, int last, NameKind kind)
    {
        int begin = kind == NameKind.None ? 0 : ((int)kind * 2) - 1;
        int inside = (int)kind * 2;
        float sum = 0;
        for (int token = first; token <= last; token++)
        {
            int label = token == first ? begin : inside;
            // A small word that the tagger never looks at speaks for no kind.
            float score = scores[((token - sentence.FirstToken) * NameModel.Labels) + label];
            sum += float.IsNegativeInfinity(score) ? 0 : score;
            if (token > first)
                sum += model.Steps[((token == first + 1 ? begin : inside) * NameModel.Labels) + label];
        }

        return sum;
    }
}
