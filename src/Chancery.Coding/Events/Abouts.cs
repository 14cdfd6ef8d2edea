using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The words that say what an act is about: a phrase without what is told of it in passing.</summary>
internal sealed class Abouts(EventSources sources)
{
    private const int Longest = 300;

    private DocumentTree Tree => sources.Tree;

    /// <param name="token">The head of the phrase, -1 for none.</param>
    /// <param name="act">The clause that tells the act.</param>
    public About? Of(int token, Clause act)
    {
        if (token < 0)
            return null;
        // What somebody says to be so is all of it.
        bool isWords = sources.Clauses.At(token) is >= 0 and var index && sources.Clauses[index] is { Kind: PredicateKind.Verb, Tense: not Tense.None, Link: ClauseLink.Complement or ClauseLink.Parataxis or ClauseLink.Main };
        TextRange range = WithMark(isWords ? WordsOf(token, act.Predicate) : RangeOf(token, IsToldOf(token, act)));
        // "handed over the men": the particle is the verb's.
        if (act.Particle is not null && Tree.Child(token, Relation.Case) == act.Predicate + 1 && Tree[act.Predicate + 2].Range.Start is var noun && noun < range.End)
            range = new TextRange(noun, range.End - noun);
        if (range.Length > Longest)
            return null;
        int? entity = null;
        foreach (int mention in sources.Mentions.At(token))
            entity ??= sources.Mentions.Mentions[mention].Entity;
        return new About(range.Of(Tree.Text), entity, range);
    }

    /// <summary>""If we must," she told the radio, "we will pay"": where the act stands within the words, those on the side of their verb.</summary>
    private TextRange WordsOf(int token, int act)
    {
        TextRange whole = Tree.SubtreeRange(token);
        if (Tree.IsUnder(act, token) || !whole.Contains(Tree[act].Range))
            return whole;
        TextRange range = Tree[token].Range;
        foreach (int child in Tree.Children(token))
        {
            if (Tree[child].Relation != Relation.Punct && child < act == token < act)
                range = range.Union(Tree.SubtreeRange(child));
        }

        return range;
    }

    /// <summary>"an offer, which Chad refused", "to recognise the state, drawing criticism": what a comma sets off is told besides.</summary>
    private TextRange RangeOf(int token, bool isToldOf)
    {
        TextRange range = Tree[token].Range;
        foreach (int child in Tree.Children(token))
        {
            if (Tree[child].Relation != Relation.Punct && !IsBesides(child, token) && !(isToldOf && Tree[child].Relation is Relation.Case or Relation.AclRelcl or Relation.Acl or Relation.Appos))
                range = range.Union(RangeOf(child, false));
        }

        return range;
    }

    /// <summary>"over a ferry that soldiers boarded": of what a clause is told of the noun alone is meant.</summary>
    private bool IsToldOf(int token, Clause act)
    {
        if (act.Link != ClauseLink.Relative || !Tree.IsUnder(act.Predicate, token))
            return false;
        foreach (Argument argument in act.Arguments)
        {
            if (argument.Token == token && argument.IsShared)
                return true;
        }

        return false;
    }

    private bool IsBesides(int child, int above)
    {
        if (child < above || Tree[child].Relation is not (Relation.AclRelcl or Relation.Advcl or Relation.Parataxis or Relation.Appos))
            return false;
        int first = TokenPlaces.FirstFrom(Tree.Parsed, Tree.SubtreeRange(child).Start);
        if (first == 0 || Tree[first - 1].Pos != PartOfSpeech.Punct)
            return false;
        bool isComma = Tree.Form(first - 1) is ",";
        return Tree[child].Relation switch
        {
            // "a suggestion by a deputy, Ana Diaz, that they had fled" tells what was suggested.
            Relation.AclRelcl => !Tree.Has(child, Relation.Mark),
            // "the camp, a claim denied by Togo"
            Relation.Appos => isComma && Tree.Has(child, Relation.Acl) && Tree.Child(child, Relation.Det) is >= 0 and var article && Tree[article].Morphology.HasFlag(Morphology.Indefinite),
            Relation.Advcl => isComma && Tree[child].Tag is "VBG" or "VBN",
            _ => !isComma && Tree.Form(first - 1) is ";" or "–" or "—",
        };
    }

    /// <summary>"for a delay "on technical grounds"": a quotation that is opened is closed.</summary>
    private TextRange WithMark(TextRange range)
    {
        int open = 0;
        for (int i = range.Start; i < range.End; i++)
            open += Tree.Text[i] switch { '"' => open > 0 ? -1 : 1, '“' => 1, '”' => -1, _ => 0 };
        return open > 0 && range.End < Tree.Text.Length && Tree.Text[range.End] is '"' or '”' ? new TextRange(range.Start, range.Length + 1) : range;
    }
}
