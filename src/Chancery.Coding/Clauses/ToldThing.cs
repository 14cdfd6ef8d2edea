namespace Chancery.Coding;

/// <summary>What kind of act a word comes back to that the report has told before.</summary>
public enum ToldThing : byte
{
    None,

    /// <summary>"the demand", "the ultimatum".</summary>
    Request,

    /// <summary>"the offer", "the proposal".</summary>
    Offer,

    /// <summary>"the charge", "the criticism".</summary>
    Charge,

    /// <summary>"the move", "the decision".</summary>
    Deed,

    /// <summary>"the remark", "the version".</summary>
    Words,

    /// <summary>"it", "this".</summary>
    Any,
}
