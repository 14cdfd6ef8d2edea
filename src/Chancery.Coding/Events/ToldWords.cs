using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>Which words the report has told by the end of a sentence: the dead of a storm are told otherwise than those of a raid.</summary>
/// <remarks>What comes later never counts, so that a paragraph added at the end changes no record before it.</remarks>
internal sealed class ToldWords(DocumentTree tree)
{
    private Dictionary<string, int>? firstSentences;

    /// <param name="words">Lemmas or forms of which one must have been told.</param>
    /// <param name="token">A token of the sentence that is the last to count.</param>
    public bool HasAny(RuleCondition words, int token)
    {
        firstSentences ??= Index();
        int last = tree.SentenceOf(token);
        foreach (string word in words.Words)
        {
            if (firstSentences.TryGetValue(word, out int first) && first <= last)
                return true;
        }

        return false;
    }

    private Dictionary<string, int> Index()
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < tree.Count; i++)
        {
            first.TryAdd(tree[i].Lemma, tree.SentenceOf(i));
            first.TryAdd(tree.Form(i).ToString(), tree.SentenceOf(i));
        }

        return first;
    }
}
