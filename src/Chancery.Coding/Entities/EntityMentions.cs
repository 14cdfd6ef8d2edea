using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who is meant, everywhere in a report.</summary>
public static class EntityMentions
{
    /// <summary>How many words a dateline has at most before the agency.</summary>
    private const int LongestDateline = 12;

    /// <param name="tree">The trees.</param>
    /// <param name="knowledge">Names, offices and outlets.</param>
    /// <param name="language">The small words of mentions and of speech.</param>
    /// <param name="problems">Receives ambiguous and half-translated names.</param>
    public static MentionIndex Find(DocumentTree tree, KnowledgeBase knowledge, CodingLanguage language, List<Diagnostic> problems)
    {
        var offices = new Offices(knowledge.Entities, DayOf(tree.Parsed.Document));
        var table = new EntityTable(offices);
        var people = new PersonNames(tree, offices, table, language.Mentions, problems);
        var recall = new Recall(table);
        var phrases = new Phrases(tree, offices, table, language.Mentions, language.Speech, people, recall) { Issuer = Issuer.Find(tree, knowledge.Entities, knowledge.Outlets, language.Mentions) };
        var kinds = new NameKinds(phrases, language.Speech);
        var names = new NameMentions(phrases, kinds, language.Speech);

        // Full names first: a headline's surname may come long before the name that it stands for.
        HashSet<int> captions = Captions.Find(tree.Parsed.Document, language.Mentions);
        List<Sighting>[] sightings = Scan(tree, knowledge, language, offices.Day, captions);
        NameVote.Decide(tree, sightings);
        NameEchoes.Add(tree, sightings);
        NameEchoes.Hear(tree, sightings, people);
        NameEchoes.Ask(tree, sightings, language.Language.SpeechCues);
        WorkTitles.Again(tree, sightings);
        AnimalNames.Remove(tree, sightings, language.Mentions);
        new FixedWords(tree, knowledge.Entities, language.Mentions).Remove(sightings);
        new NamesOfNobody(tree, language.Mentions, knowledge.Entities).Remove(sightings);
        BracketedLetters.Free(tree, sightings, knowledge.Entities);
        ForEach(phrases, sightings, names.Weigh);
        ForEach(phrases, sightings, names.Note);
        phrases.Place.Home = phrases.Issuer is { IsMission: true } ? default : phrases.Home.Find();
        ForEach(phrases, sightings, names.Foresee);

        phrases.Place.Story = people.Story();
        var descriptions = new Descriptions(phrases);
        var roles = new StoryRoles(phrases);
        var apposed = new ApposedBodies(phrases);
        var again = new NounsAgain(phrases, roles);
        var uses = new NounUses(phrases, language.Speech);
        var introductions = new Introductions(phrases);
        var pairs = new PersonPairs(phrases);
        var states = new StateNouns(phrases, pairs);
        var holders = new OfficeMentions(phrases, descriptions, introductions, new TwoHolders(phrases, pairs, states), again, uses);
        var nouns = new NounMentions(phrases, descriptions, introductions, pairs, states, again, uses);
        var pronouns = new Pronouns(phrases, language.Speech, again, pairs, states);
        var objects = new ObjectMentions(phrases);
        for (int s = 0; s < sightings.Length; s++)
        {
            Sentence sentence = tree.Parsed.Sentences[s];
            if (captions.Contains(sentence.Block))
                continue;
            recall.Sentence = s;
            phrases.Enter(sentence, sightings[s]);
            names.Resolve(sightings[s]);
            phrases.Place.Enter(sightings[s], sentence.Block);
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                if (phrases.Signs.At(token) is not { } sighting)
                {
                    if (again.OfAge(token) is >= 0 and var aged)
                        phrases.Mention(phrases.Range(token - 4, token), token, aged, MentionKind.Nominal, "mention.noun-again");
                    int told = table.Mentions.Count;
                    pronouns.Read(token);
                    if (table.Mentions.Count == told || tree[token].Pos != PartOfSpeech.Num)
                        objects.Read(token, null);
                    continue;
                }

                if (sighting.First != token || sighting.IsWritten)
                    continue;
                int before = table.Mentions.Count;
                switch (sighting.Kind)
                {
                    case SightingKind.Title or SightingKind.Agent when descriptions.IsOfState(sighting):
                        continue;
                    case SightingKind.Title:
                        holders.Write(sighting);
                        break;
                    case SightingKind.Agent:
                        nouns.Write(sighting);
                        break;
                    default:
                        names.Write(sighting);
                        introductions.Introduce(sighting);
                        continue;
                }

                if (table.Mentions.Count == before)
                    objects.Read(tree.HeadOf(sighting.First, sighting.Last), SectorOf(sighting, knowledge.Entities));
            }

            objects.Finish();
            roles.Read();
            apposed.Read();
            phrases.Staff.Read(sightings[s]);
        }

        phrases.Staff.Settle();
        roles.Settle();
        introductions.IdentifyHeadline();
        table.Identify(language.Mentions);
        table.Unite();
        table.Turn(language.Mentions);
        table.Shorten(tree, language.Mentions);
        new Belonging(phrases, knowledge.Outlets).Settle();
        (var entities, var mentions) = table.Build();
        var index = new MentionIndex(tree, entities, mentions);
        return phrases.Issuer is { } issuer ? new MentionIndex(tree, entities, mentions) { Issuer = IssuerVoice.Of(issuer, index, phrases) } : index;
    }

    private static List<Sighting>[] Scan(DocumentTree tree, KnowledgeBase knowledge, CodingLanguage language, DateOnly? day, HashSet<int> captions)
    {
        var scan = new NameScan(tree, knowledge.Entities, knowledge.Outlets, language.Mentions, language.Names, day);
        List<Sighting>[] all = [.. tree.Parsed.Sentences.Select(sentence => captions.Contains(sentence.Block) ? [] : scan.Read(sentence))];
        foreach (List<Sighting> sightings in all)
            sightings.RemoveAll(sighting => IsCreditedAgency(tree, sighting) || IsStyle(tree, sighting, language.Mentions) || sighting.First == sighting.Last && sighting.Kind == SightingKind.Name && knowledge.Entities.Naming.IsSuffix(sighting.Range.Of(tree.Text)));
        return all;
    }

    /// <summary>"ODAL, June 4 (WANA) - ": the agency whose copy it is, in brackets at the head of a paragraph, not what else has these letters.</summary>
    private static bool IsCreditedAgency(DocumentTree tree, Sighting sighting)
    {
        Sentence sentence = tree.Parsed.Sentences[tree.SentenceOf(sighting.First)];
        return !tree.Form(sentence.FirstToken).ContainsAnyInRange('a', 'z') && sighting.First - sentence.FirstToken is > 1 and < LongestDateline && sighting.Last + 2 < sentence.EndToken && tree.Form(sighting.First - 1) is "(" && tree.Form(sighting.Last + 1) is ")" && tree.Form(sighting.Last + 2) is "-" or "--" or "–" or "—" or "_";
    }

    /// <summary>"Her Majesty's ministers": a form of address, nobody's name.</summary>
    private static bool IsStyle(DocumentTree tree, Sighting sighting, MentionWords words)
    {
        if (sighting.First != sighting.Last || sighting.First == 0 || sighting.Kind is not (SightingKind.Name or SightingKind.Person or SightingKind.Title or SightingKind.Agent) || !words.IsStyle(tree[sighting.First].Range.Of(tree.Text).ToLowerInvariant()))
            return false;
        string owner = tree[sighting.First - 1].Range.Of(tree.Text).ToLowerInvariant();
        return words.IsHe(owner) || words.IsShe(owner) || words.IsThey(owner);
    }

    private static Sector SectorOf(Sighting sighting, KnownEntities known) =>
        sighting.Kind == SightingKind.Agent ? known.Agents[sighting.Index].Sector : known.Titles.All[sighting.Index].Sector;

    private static void ForEach(Phrases phrases, List<Sighting>[] sightings, Action<List<Sighting>> read)
    {
        for (int s = 0; s < sightings.Length; s++)
        {
            phrases.Enter(phrases.Tree.Parsed.Sentences[s], sightings[s]);
            read(sightings[s]);
        }
    }

    /// <summary>The day on which offices are looked up: of the report; null for one without a date.</summary>
    private static DateOnly? DayOf(Document document) => document.Dateline?.Date?.Start ?? document.Published?.Date.Start;
}
