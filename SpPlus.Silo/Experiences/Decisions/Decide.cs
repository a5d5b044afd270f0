using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>The one door: every command of an experience, and the decision that answers it.</summary>
internal static class Decide
{
    public static Decision For(Experience experience, ExperienceCommand command, DecisionContext context) => command switch
    {
        SubmitExperience c => SubmissionDecisions.Submit(experience, c, context),
        EvaluateResponse c => AuthorDecisions.Evaluate(experience, c, context),
        ChangeAddress c => AuthorDecisions.Change(experience, c, context),
        ForgetAddress => AuthorDecisions.Forget(experience, context),
        // Also where none is recorded: one may have been sealed for a fact that never was, and this fact outranks it.
        LetAddressGo => Decision.Of(new AddressForgotten()),
        WithdrawExperience => AuthorDecisions.Withdraw(experience, context),
        EraseExperience => AuthorDecisions.Erase(experience, context),
        RecordErasure c => Decision.Of(new WordsErased { Facts = c.Facts, Everybodys = c.Everybodys }),
        PublishExperience c => ModerationDecisions.Publish(experience, c, context),
        PublishExperienceAfterModeration c => ModerationDecisions.PublishModerated(experience, c, context),
        RejectExperience c => ModerationDecisions.Reject(experience, c, context),
        UnpublishExperience c => ModerationDecisions.TakeDown(experience, c, context),
        ReportExperience c => ReportDecisions.Report(experience, c, context),
        DismissReports c => ReportDecisions.Dismiss(experience, c, context),
        GiveStandingResponse c => StandingResponseDecisions.Give(experience, c, context),
        RouteExperience c => AttachmentDecisions.Reroute(experience, c, context),
        ReplaceStructure c => AttachmentDecisions.Replace(experience, c, context),
        DeclareNotConcerned c => AttachmentDecisions.NotConcerned(experience, c, context),
        SaveDraft c => ResponseDecisions.Draft(experience, c, context),
        RequestValidation c => ResponseDecisions.AskValidation(experience, c, context),
        SendBackResponse c => ResponseDecisions.SendBack(experience, c, context),
        PublishResponse c => ResponseDecisions.Publish(experience, c, context),
        AdoptResponse c => ResponseDecisions.Adopt(experience, c, context),
        TakeBackResponse c => ResponseDecisions.TakeBack(experience, c, context),
        DeclareIntent c => PromiseDecisions.Intend(experience, c, context),
        AssignResponse c => PromiseDecisions.Assign(experience, c, context),
        RequestTransfer c => TransferDecisions.Request(experience, c, context),
        AcceptTransfer c => TransferDecisions.Accept(experience, c, context),
        RefuseTransfer c => TransferDecisions.Refuse(experience, c, context),
        WithdrawTransfer c => TransferDecisions.Withdraw(experience, c, context),
        SettleDeadlines => DeadlineDecisions.Settle(experience, context),
        TieAction c => TiedActionDecisions.Tie(experience, c, context),
        EvaluateImprovementAction c => TiedActionDecisions.Evaluate(experience, c, context),
        MaskComment c => CommentDecisions.Mask(experience, c, context),
        CommentOnExperience c => CommentDecisions.Add(experience, c, context),
        QualifyChannels c => QualificationDecisions.Channels(experience, c, context),
        QualifyGeneralTags c => QualificationDecisions.GeneralTags(experience, c, context),
        QualifyBusinessTags c => QualificationDecisions.BusinessTags(experience, c, context),
        NoteImprovements c => QualificationDecisions.Improvements(experience, c, context),
        _ => Decision.Refuse(Refusal.NotFound),
    };
}
