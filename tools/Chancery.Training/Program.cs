using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;
using Chancery.Training;

if (args is ["split", var file])
{
    var language = new Language("en", KnowledgeSource.FromFolder("data"));
    string text = File.ReadAllText(file);
    foreach (TextRange sentence in new SentenceSplitter(language.Writing).Split(text, new TextRange(0, text.Length)))
        Console.WriteLine($"{{\"start\":{sentence.Start},\"end\":{sentence.End}}}");
    return 0;
}

if (args is ["words", var bank])
{
    var language = new Language("en", KnowledgeSource.FromFolder("data"));
    foreach (GoldSentence sentence in Treebank.Read(bank))
    {
        var words = new List<Word>();
        new Tokenizer(language.Writing).Tokenize(sentence.Text, new TextRange(0, sentence.Text.Length), words);
        string ours = string.Join(' ', words.Select(word => word.FormIn(sentence.Text).ToString()));
        string gold = string.Join(' ', sentence.Words.Select(word => word.Form));
        if (ours != gold)
            Console.WriteLine($"- {gold}\n+ {ours}");
    }

    return 0;
}

return 2;
