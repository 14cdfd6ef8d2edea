using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Communiqués and resolutions: "The presidents of Chad and Mali, meeting in Lome:" over items that begin with a verb, "- condemned the raid;", "1. Calls upon Togo to leave;".</summary>
internal static class ListItems
{
    // Items and preambles between an item and the words that open the list.
    private const int LongestList = 60;

    /// <summary>Gives the verb that opens an item its subject: whoever is named before the list.</summary>
    public static void Share(DocumentTree tree, Clause[] clauses)
    {
        for (int c = 0; c < clauses.Length; c++)
        {
            Clause clause = clauses[c];
            if (clause is not { Link: ClauseLink.Main, Kind: PredicateKind.Verb, IsPassive: false, Modal: null, Marker: null } || clause.Find(Roles.Subject) >= 0 || !IsDeed(tree, clause))
                continue;
            int sentence = tree.SentenceOf(clause.Predicate);
            if (!IsItem(tree, sentence) || Opens(tree, sentence) != clause.Predicate || OpenerOf(tree, sentence) is not (>= 0 and var doer))
                continue;
            clauses[c] = clause with
            {
                Arguments = clause.Arguments.Add(new Argument(Roles.Subject, doer, true)),
                Tense = clause.Tense == Tense.None ? Tense.Past : clause.Tense,
            };
        }
    }

    /// <summary>"condemned the raid", "calls upon Togo"; "arrested in May" is what was done to somebody.</summary>
    private static bool IsDeed(DocumentTree tree, Clause clause) =>
        tree[clause.Predicate].Tag is "VBD" or "VBZ" || (tree[clause.Predicate].Tag is "VBN" && (clause.Find(Roles.Object) >= 0 || clause.Find(Roles.Complement) >= 0 || clause.Find("on") >= 0 || clause.Find("upon") >= 0));

    /// <summary>A sentence that begins its block with a dash, a bullet or a number.</summary>
    private static bool IsItem(DocumentTree tree, int sentence)
    {
        Sentence item = tree.Parsed.Sentences[sentence];
        if (item.TokenCount < 3 || (sentence > 0 && tree.Parsed.Sentences[sentence - 1].Block == item.Block))
            return false;
        return IsMark(tree, item.FirstToken);
    }

    /// <summary>A dash, a bullet or a number; no quotation mark and no bracket.</summary>
    private static bool IsMark(DocumentTree tree, int token) =>
        tree[token].Pos is PartOfSpeech.Num or PartOfSpeech.Sym || tree.Form(token) is "-" or "–" or "—" or "•" or "*" or "·";

    /// <summary>The first word of an item behind its mark.</summary>
    private static int Opens(DocumentTree tree, int sentence)
    {
        Sentence item = tree.Parsed.Sentences[sentence];
        int token = item.FirstToken;
        while (token < item.EndToken && (IsMark(tree, token) || tree[token].Pos == PartOfSpeech.Punct))
            token++;
        while (token < item.EndToken && tree[token].Pos == PartOfSpeech.Adv)
            token++;
        return token;
    }

    /// <summary>The one whom the words before the list name, where they end in a colon or comma; -1 for none.</summary>
    private static int OpenerOf(DocumentTree tree, int sentence)
    {
        for (int s = sentence - 1, hops = 0; s >= 0 && hops < LongestList; s--, hops++)
        {
            Sentence before = tree.Parsed.Sentences[s];
            bool isFirst = s == 0 || tree.Parsed.Sentences[s - 1].Block != before.Block;
            if (IsItem(tree, s) || (isFirst && tree[before.FirstToken].Tag == "VBG"))
                continue;
            if (!isFirst || tree.Form(before.EndToken - 1) is not (":" or ","))
                return -1;
            return Named(tree, before);
        }

        return -1;
    }

    private static int Named(DocumentTree tree, Sentence opening)
    {
        for (int i = opening.FirstToken; i < opening.EndToken; i++)
        {
            if (tree[i].Relation != Relation.Root)
                continue;
            if (tree[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn)
                return i;
            return tree.Child(i, Relation.Nsubj);
        }

        return -1;
    }
}
