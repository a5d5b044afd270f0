namespace SpPlus.Web.Submission;

public enum SubmissionStep
{
    Service = 1,
    Story = 2,
    Contacts = 3,
    Check = 4,
}
