using Microsoft.Extensions.Options;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Core.Reference;
using Send.Persistence.Workflows;

namespace Send.Host.Infrastructure.Hosting;

/// <summary>What an administrator can put right: settings and files. It is said in words; everything else ends the process with its stack trace.</summary>
internal static class StartProblem
{
    /// <summary>True for bad settings and files. Before the host is built, an <see cref="InvalidOperationException"/> is one of our own about a setting.</summary>
    public static bool IsExpected(Exception fault, bool built) =>
        fault is OptionsValidationException or FormCatalogException or MailTemplateException or ReferenceDataException or DefinitionFilesException
        || (!built && fault is InvalidOperationException);

    /// <summary>Writes the problem to the error output and returns the exit code.</summary>
    public static int Tell(Exception fault)
    {
        var text = fault is OptionsValidationException options ? string.Join(Environment.NewLine, options.Failures) : fault.Message;
        Console.Error.WriteLine("Send.Workflows cannot start:" + Environment.NewLine + text);
        return 1;
    }
}
