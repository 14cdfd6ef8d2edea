namespace Chancery.Model;

/// <summary>UD features that the stages after syntax ask for, as flags. What a language does not mark is not set.</summary>
[Flags]
public enum Morphology : uint
{
    None = 0,
    Singular = 1 << 0,
    Plural = 1 << 1,
    FirstPerson = 1 << 2,
    SecondPerson = 1 << 3,
    ThirdPerson = 1 << 4,
    Past = 1 << 5,
    Present = 1 << 6,
    Future = 1 << 7,
    Finite = 1 << 8,
    Infinitive = 1 << 9,
    Participle = 1 << 10,
    Gerund = 1 << 11,
    Passive = 1 << 12,
    Imperative = 1 << 13,
    Conditional = 1 << 14,
    Subjunctive = 1 << 15,
    Negative = 1 << 16,
    Possessive = 1 << 17,
    Masculine = 1 << 18,
    Feminine = 1 << 19,
    Neuter = 1 << 20,
    Relative = 1 << 21,
    Interrogative = 1 << 22,
    Definite = 1 << 23,
    Indefinite = 1 << 24,
    Demonstrative = 1 << 25,
    Comparative = 1 << 26,
    Superlative = 1 << 27,
    Nominative = 1 << 28,
    Accusative = 1 << 29,
    Personal = 1 << 30,
}
