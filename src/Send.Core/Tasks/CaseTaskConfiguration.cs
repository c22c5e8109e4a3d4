using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Core.Tasks;

internal sealed class CaseTaskConfiguration : IEntityTypeConfiguration<CaseTask>
{
    public void Configure(EntityTypeBuilder<CaseTask> builder)
    {
        builder.ToTable("Tasks");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.FormId).HasMaxLength(100);
        builder.Property(t => t.Title).HasMaxLength(300);
        builder.Property(t => t.WaitingFor).HasMaxLength(400);
        builder.Property(t => t.Outcomes).HasMaxLength(400);
        builder.Property(t => t.Outcome).HasMaxLength(64);
        builder.Property(t => t.ActivityInstanceId).HasMaxLength(100);
        builder.Property(t => t.DoneByName).HasMaxLength(200);
        builder.HasOne<SendCase>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.WorkflowInstanceId, t.ActivityInstanceId, t.FormId }).IsUnique();
        builder.HasIndex(t => new { t.CaseId, t.State });

        // The inbox reads its rows in this order and looks at the rest of the key only to leave some out: a page costs as much with 100,000 tasks as with 100.
        builder.HasIndex(t => new { t.IsOpen, t.DueOrder, t.Id, t.State, t.Role, t.AssigneeId }).HasDatabaseName("IX_Tasks_Inbox");
        builder.HasIndex(t => new { t.AssigneeId, t.IsOpen, t.DueOrder, t.Id, t.State }).HasDatabaseName("IX_Tasks_Mine");
        builder.HasIndex(t => new { t.DoneById, t.DoneAt, t.Id, t.State }).HasDatabaseName("IX_Tasks_Done");
    }
}
