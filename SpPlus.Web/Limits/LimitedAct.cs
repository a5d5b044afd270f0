namespace SpPlus.Web.Limits;

/// <summary>What anybody may do without an account, and so only so often (SUBMIT-5). Each counts apart.</summary>
internal enum LimitedAct
{
    /// <summary>An experience is sent.</summary>
    Submission = 1,

    /// <summary>An author says whether a response was useful, or asks something of their own page.</summary>
    Author = 2,

    /// <summary>A lost link is asked for.</summary>
    LostLink = 3,

    /// <summary>A visitor reports an experience.</summary>
    Report = 4,

    /// <summary>A whole file of the open data is asked for.</summary>
    OpenData = 5,
}
