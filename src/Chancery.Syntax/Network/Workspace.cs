namespace Chancery.Syntax;

/// <summary>The arrays that a run needs; kept and used again, so that running allocates nothing once they are large enough.</summary>
internal sealed class Workspace
{
    /// <summary>Words of the document.</summary>
    public List<Word> Words { get; } = [];

    /// <summary>Sentences of the document.</summary>
    public List<Model.Sentence> Sentences { get; } = [];

    public StringPool Lemmas { get; } = new();

    /// <summary>Words of the batch.</summary>
    public int WordCount { get; set; }

    public int SentenceCount { get; set; }

    /// <summary>The first word of each sentence, and the end of the last.</summary>
    public int[] Starts { get; private set; } = new int[64];

    /// <summary>For each word its place among the frequent words, or the complement of its place among the others.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>Words of the batch that are not frequent.</summary>
    public int RareCount { get; private set; }

    /// <summary>Feature rows of these, <see cref="WordFeatures.Count"/> a word.</summary>
    public int[] Features { get; private set; } = [];

    public float[] Embedded { get; private set; } = [];

    public float[] Mixed { get; private set; } = [];

    /// <summary>The three parts of each word that is not frequent.</summary>
    public float[] RareParts { get; private set; } = [];

    public float[] Projected { get; private set; } = [];

    public float[] Left { get; private set; } = [];

    public float[] Right { get; private set; } = [];

    public float[] TagScores { get; private set; } = [];

    public float[] Arcs { get; private set; } = [];

    public float[] Dependents { get; private set; } = [];

    public float[] Heads { get; private set; } = [];

    public float[] Pairs { get; private set; } = [];

    public PackedMatrix PairPanels { get; } = new();

    public float[] HeadBias { get; private set; } = [];

    public float[] ArcScores { get; private set; } = [];

    public float[] Labels { get; private set; } = [];

    public float[] Hidden { get; private set; } = [];

    public float[] RelationScores { get; private set; } = [];

    /// <summary>Results: numbers of labels, and heads counted from the first word of the sentence, -1 for the root.</summary>
    public int[] Pos { get; private set; } = [];

    public int[] Tag { get; private set; } = [];

    public int[] FeatureSet { get; private set; } = [];

    public int[] Head { get; private set; } = [];

    public int[] Relation { get; private set; } = [];

    /// <summary>Begins a batch; <see cref="AddFrequent"/>, <see cref="AddRare"/> and <see cref="EndSentence"/> fill it.</summary>
    public void Clear()
    {
        WordCount = 0;
        RareCount = 0;
        SentenceCount = 0;
        Starts[0] = 0;
    }

    /// <summary>Adds a frequent word.</summary>
    public void AddFrequent(int place) => AddPlace(place);

    /// <summary>Adds another word; returns the room for its features.</summary>
    public Span<int> AddRare()
    {
        AddPlace(~RareCount);
        int start = RareCount++ * WordFeatures.Count;
        if (Features.Length < start + WordFeatures.Count)
        {
            int[] features = Features;
            Array.Resize(ref features, Math.Max(1024, 2 * features.Length));
            Features = features;
        }

        return Features.AsSpan(start, WordFeatures.Count);
    }

    public void EndSentence()
    {
        if (Starts.Length <= ++SentenceCount)
        {
            int[] starts = Starts;
            Array.Resize(ref starts, 2 * starts.Length);
            Starts = starts;
        }

        Starts[SentenceCount] = WordCount;
    }

    private void AddPlace(int place)
    {
        if (Places.Length <= WordCount)
        {
            int[] places = Places;
            Array.Resize(ref places, Math.Max(512, 2 * places.Length));
            Places = places;
        }

        Places[WordCount++] = place;
    }

    /// <summary>Makes every array large enough for the batch.</summary>
    public void Fit(NetworkShape shape, TagSets sets)
    {
        int longest = 0;
        for (int s = 0; s < SentenceCount; s++)
            longest = Math.Max(longest, Starts[s + 1] - Starts[s]);
        Embedded = Grown(Embedded, RareCount * shape.Embedding);
        Mixed = Grown(Mixed, RareCount * shape.Hidden);
        RareParts = Grown(RareParts, RareCount * 6 * shape.Projections(0));
        int widest = 0;
        for (int i = 0; i < shape.Layers; i++)
            widest = Math.Max(widest, 2 * shape.Projections(i));
        Projected = Grown(Projected, WordCount * widest);
        Left = Grown(Left, WordCount * shape.Width);
        Right = Grown(Right, WordCount * shape.Width);
        TagScores = Grown(TagScores, WordCount * sets.TagCount);
        Arcs = Grown(Arcs, WordCount * 2 * shape.Arc);
        Labels = Grown(Labels, WordCount * 2 * shape.Label);
        Hidden = Grown(Hidden, WordCount * shape.Label);
        RelationScores = Grown(RelationScores, WordCount * sets.Relations.Length);
        Dependents = Grown(Dependents, longest * shape.Arc);
        Heads = Grown(Heads, (longest + 1) * shape.Arc);
        Pairs = Grown(Pairs, (longest + 1) * shape.Arc);
        HeadBias = Grown(HeadBias, longest + 1);
        ArcScores = Grown(ArcScores, longest * (longest + 1));
        Pos = Grown(Pos, WordCount);
        Tag = Grown(Tag, WordCount);
        FeatureSet = Grown(FeatureSet, WordCount);
        Head = Grown(Head, WordCount);
        Relation = Grown(Relation, WordCount);
    }

    private static T[] Grown<T>(T[] array, int length) => array.Length >= length ? array : new T[length + (length / 4)];
}
