using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>One sentence whose tree is being mended: the tokens of its document, of which only its own may change.</summary>
internal readonly struct SentenceEdit(Token[] tokens, Sentence sentence, string text)
{
    /// <summary>Sentences beyond this length are lists and tables, where no repair is safe.</summary>
    private const int Longest = 160;

    private static readonly ImmutableArray<string> LabelsOfRelations = [.. Enum.GetValues<Relation>().Select(Label)];
    private static readonly Token[] Nothing = [new Token { Range = default, Lemma = "", Pos = PartOfSpeech.X, Tag = "", Features = "", RelationLabel = "", Relation = Relation.Dep, Head = -1 }];

    public Sentence Sentence => sentence;

    public int First => sentence.FirstToken;

    public int End => sentence.EndToken;

    public bool IsTooLong => sentence.TokenCount > Longest;

    /// <summary>A token of the sentence; one of no kind outside of it.</summary>
    public ref readonly Token this[int token] => ref Holds(token) ? ref tokens[token] : ref Nothing[0];

    public ReadOnlySpan<Token> Tokens => tokens;

    public bool Holds(int token) => token >= First && token < End;

    public bool Is(int token, Relation relation) => Holds(token) && tokens[token].Relation == relation;

    /// <summary>The first child with a relation, or -1.</summary>
    public int Child(int token, Relation relation)
    {
        for (int i = First; i < End; i++)
        {
            if (tokens[i].Head == token && tokens[i].Relation == relation)
                return i;
        }

        return -1;
    }

    public bool Has(int token, Relation relation) => Child(token, relation) >= 0;

    public static bool IsSubject(Relation relation) => relation is Relation.Nsubj or Relation.NsubjPass;

    /// <summary>True when a predicate needs no other subject.</summary>
    public bool HasSubject(int verb)
    {
        for (int i = First; i < End; i++)
        {
            if (tokens[i].Head == verb && tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Csubj or Relation.CsubjPass or Relation.Expl)
                return true;
        }

        return false;
    }

    /// <summary>True for a verb that must have a subject beside it or share one.</summary>
    public bool IsFinite(int token)
    {
        Token word = this[token];
        return word.Pos == PartOfSpeech.Verb && word.Tag is "VBD" or "VBZ" or "VBP" && !word.Morphology.HasFlag(Morphology.Imperative);
    }

    public bool IsNominal(int token) => this[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron;

    public bool IsUnder(int token, int ancestor)
    {
        int hops = 0;
        for (int i = token; Holds(i) && hops++ < Longest; i = tokens[i].Head)
        {
            if (i == ancestor)
                return true;
        }

        return false;
    }

    /// <summary>The first and the last token below one, leaving out all below another.</summary>
    public (int First, int Last) Edges(int token, int without)
    {
        int first = token;
        int last = token;
        for (int i = First; i < End; i++)
        {
            if (i == token || !IsUnder(i, token) || (without >= 0 && without != token && IsUnder(i, without)))
                continue;
            if (tokens[i].Pos == PartOfSpeech.Punct)
                continue;
            first = Math.Min(first, i);
            last = Math.Max(last, i);
        }

        return (first, last);
    }

    /// <summary>True where a phrase may begin anew: at the sentence's head, behind a comma or mark.</summary>
    public bool OpensPhrase(int token) => token <= First || tokens[token - 1].Pos == PartOfSpeech.Punct;

    public bool IsComma(int token) => Holds(token) && tokens[token].FormIn(text) is ",";

    public bool IsDash(int token) => Holds(token) && tokens[token].FormIn(text) is "—" or "–" or "--";

    public bool IsHyphen(int token) => Holds(token) && tokens[token].FormIn(text) is "-";

    public bool IsBracket(int token) => Holds(token) && tokens[token].FormIn(text) is ")";

    public bool IsSemicolon(int token) => Holds(token) && tokens[token].FormIn(text) is ";";

    public bool IsColon(int token) => Holds(token) && tokens[token].FormIn(text) is ":";

    /// <summary>True behind a closing quotation mark, a comma between them or not.</summary>
    public bool FollowsMark(int token)
    {
        int before = token - 1;
        if (before > First && IsComma(before) && tokens[before - 1].Pos == PartOfSpeech.Punct)
            before--;
        return before > First && tokens[before].Pos == PartOfSpeech.Punct && tokens[before].FormIn(text) is "\"" or "”" or "''" or "’’" or "’" or "'" or "»";
    }

    /// <summary>True when the sentence ends in a full stop or its like, as headlines and labels do not.</summary>
    public bool IsClosed => tokens[End - 1].Pos == PartOfSpeech.Punct && tokens[End - 1].FormIn(text) is not (":" or "," or ";" or ")" or "-");

    /// <summary>", reported officials.": a participle behind a comma before the last noun of the sentence.</summary>
    public bool IsSayerAtEnd(int verb) =>
        tokens[verb].Relation == Relation.Amod && tokens[verb].Tag is "VBD" or "VBN" && tokens[verb].Head == verb + 1 && verb > First + 3 && IsComma(verb - 1) && verb + 3 >= End;

    /// <summary>A word that turns out to be a verb.</summary>
    public void MakeVerb(int word) => tokens[word] = tokens[word] with { Pos = PartOfSpeech.Verb };

    /// <summary>A participle that turns out to be a verb in the past.</summary>
    public void MakeFinite(int verb)
    {
        Morphology kept = tokens[verb].Morphology & ~(Morphology.Participle | Morphology.Passive);
        tokens[verb] = tokens[verb] with { Tag = "VBD", Morphology = kept | Morphology.Past | Morphology.Finite };
    }

    /// <summary>A verb in the present that turns out to be in the past.</summary>
    public void MakePast(int verb) => tokens[verb] = tokens[verb] with { Tag = "VBD", Morphology = (tokens[verb].Morphology & ~Morphology.Present) | Morphology.Past | Morphology.Finite };

    /// <summary>A verb in the past that turns out to be a participle.</summary>
    public void MakeParticiple(int verb)
    {
        Morphology kept = tokens[verb].Morphology & ~Morphology.Finite;
        tokens[verb] = tokens[verb] with { Tag = "VBN", Morphology = kept | Morphology.Past | Morphology.Participle };
    }

    /// <summary>A word that turns out to deny.</summary>
    public void MakeNegative(int token) => tokens[token] = tokens[token] with { Morphology = tokens[token].Morphology | Morphology.Negative };

    /// <summary>A noun that turns out to be an adverb.</summary>
    public void MakeAdverb(int token) => tokens[token] = tokens[token] with { Pos = PartOfSpeech.Adv, Tag = "RB", Morphology = default };

    /// <summary>A noun in the plural that turns out to be a verb in "-s".</summary>
    public void MakePresent(int token) => tokens[token] = tokens[token] with { Pos = PartOfSpeech.Verb, Tag = "VBZ", Morphology = Morphology.Present | Morphology.Finite };

    /// <summary>A noun that turns out to be a verb in the present without an ending.</summary>
    public void MakePlural(int token) => tokens[token] = tokens[token] with { Pos = PartOfSpeech.Verb, Tag = "VBP", Morphology = Morphology.Present | Morphology.Finite };

    /// <summary>A verb in "-s" that turns out to be a noun in the plural.</summary>
    public void MakeNoun(int token) => tokens[token] = tokens[token] with { Pos = PartOfSpeech.Noun, Tag = "NNS", Morphology = Morphology.Plural };

    /// <summary>An adjective that turns out to be a noun.</summary>
    public void MakeThing(int token) => tokens[token] = tokens[token] with { Pos = PartOfSpeech.Noun, Tag = "NN", Lemma = tokens[token].FormIn(text).ToString().ToLowerInvariant(), Morphology = default };

    /// <summary>A verb in "-ing" that turns out to be a noun.</summary>
    public void MakeGerundNoun(int token) => MakeThing(token);

    public bool OpensWithCapital(int token) => char.IsUpper(tokens[token].FormIn(text)[0]);

    public bool EndsInIng(int token) => tokens[token].FormIn(text).EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    /// <summary>A noun in "-ing" that turns out to be a verb.</summary>
    public void MakeGerund(int noun) => tokens[noun] = tokens[noun] with { Pos = PartOfSpeech.Verb, Tag = "VBG", Morphology = Morphology.Gerund };

    /// <summary>A noun that turns out to be a verb without an ending.</summary>
    public void MakeInfinitive(int noun) => tokens[noun] = tokens[noun] with { Pos = PartOfSpeech.Verb, Tag = "VB", Lemma = tokens[noun].FormIn(text).ToString().ToLowerInvariant(), Morphology = default };

    /// <summary>A word that turns out to be part of a name or the title before one.</summary>
    public void MakeName(int token) => tokens[token] = tokens[token] with { Pos = PartOfSpeech.Propn, Tag = "NNP" };

    /// <summary>A pronoun that turns out to open a clause.</summary>
    public void MakeConjunction(int token) => tokens[token] = tokens[token] with { Pos = PartOfSpeech.Sconj, Tag = "IN", Morphology = default };

    /// <summary>A form of "have" or "be" beside another verb is none itself.</summary>
    public void MakeAuxiliary(int token) => tokens[token] = tokens[token] with { Pos = PartOfSpeech.Aux };

    /// <summary>True for a form that may be past as well as participle: "called", not "taken".</summary>
    public bool MayBePast(int verb) => this[verb].Tag == "VBD" || this[verb].FormIn(text).EndsWith("ed", StringComparison.OrdinalIgnoreCase);

    /// <summary>"called for protests", "clashed with police": a preposition that passives seldom have behind them.</summary>
    public bool OpensActivePhrase(int token) =>
        Holds(token) && tokens[token].Relation is Relation.Case or Relation.CompoundPrt && tokens[token].FormIn(text) is "for" or "on" or "to" or "with" or "against" or "along" or "from";

    /// <summary>Makes a verb in the past the root of its sentence; what was the root hangs nowhere until it is hung.</summary>
    public void MakeRoot(int verb)
    {
        MakeFinite(verb);
        tokens[verb] = tokens[verb] with { Pos = PartOfSpeech.Verb, Head = -1, Relation = Relation.Root, RelationLabel = "root" };
    }

    public bool HasVerbBetween(int after, int before)
    {
        for (int i = after + 1; i < before; i++)
        {
            if (tokens[i].Pos == PartOfSpeech.Verb)
                return true;
        }

        return false;
    }

    /// <summary>Gives a token another head; a circle is never closed.</summary>
    public void Hang(int token, int head, Relation relation)
    {
        if (IsUnder(head, token))
            return;
        tokens[token] = tokens[token] with { Head = head, Relation = relation, RelationLabel = LabelOf(relation) };
    }

    /// <summary>Gives a token another head and leaves what it is to it.</summary>
    public void Hand(int token, int head) => tokens[token] = tokens[token] with { Head = head };

    /// <summary>Puts one token in the place of another in the tree.</summary>
    public void Raise(int token, int above, Relation relation)
    {
        tokens[token] = tokens[token] with { Head = tokens[above].Head, Relation = relation, RelationLabel = LabelOf(relation) };
    }

    /// <summary>Hands the children of a token that stand before or behind a place to another.</summary>
    public void Move(int from, int to, int begin, int end)
    {
        for (int i = Math.Max(First, begin); i < Math.Min(End, end); i++)
        {
            if (tokens[i].Head == from && i != to)
                tokens[i] = tokens[i] with { Head = to };
        }
    }

    private static string LabelOf(Relation relation) => LabelsOfRelations[(int)relation];

    /// <summary>Where a second capital begins in the name of a relation, its subtype does: <c>NsubjPass</c> is <c>nsubj:pass</c>.</summary>
    private static string Label(Relation relation)
    {
        string name = relation.ToString();
        int subtype = name.AsSpan(1).IndexOfAnyInRange('A', 'Z') + 1;
        return (subtype > 0 ? $"{name[..subtype]}:{name[subtype..]}" : name).ToLowerInvariant();
    }
}
