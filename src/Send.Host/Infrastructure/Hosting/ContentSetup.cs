using Send.Core.Documents;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Core.Reference;

namespace Send.Host.Infrastructure.Hosting;

/// <summary>The files that a coordinator may change: workflows, forms and mails, in the folder `workflows` beside the program or `Workflows:Folder`.</summary>
internal static class ContentSetup
{
    /// <summary>Adds the form catalogue and the mail templates; a folder with a bad file stops the start with what is wrong.</summary>
    public static WebApplicationBuilder AddSendContent(this WebApplicationBuilder builder)
    {
        var folder = FolderOf(builder.Configuration);
        builder.Services.AddSingleton(new WorkflowFolder(folder));
        builder.Services.AddSingleton(_ => FormCatalog.Load(Path.Combine(folder, "forms")));
        builder.Services.AddSingleton(_ => MailTemplates.Load(Path.Combine(folder, "mails")));
        builder.Services.AddSingleton(_ => DocumentTemplates.In(Path.Combine(folder, "documents")));
        builder.Services.AddSingleton(_ => ReferenceData.Load(Path.Combine(folder, "reference")));
        builder.Services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        return builder;
    }

    private static string FolderOf(ConfigurationManager configuration)
    {
        var configured = configuration["Workflows:Folder"];
        var folder = Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Path.Combine(AppContext.BaseDirectory, "workflows") : configured);
        return Directory.Exists(folder) ? folder : throw new InvalidOperationException($"Workflows:Folder: there is no folder {folder}.");
    }
}

/// <summary>Absolute path of the folder with `*.json`, `forms/` and `mails/`.</summary>
internal sealed record WorkflowFolder(string Path);
