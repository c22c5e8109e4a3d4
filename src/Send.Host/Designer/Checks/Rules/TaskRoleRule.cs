using Send.Activities.Tasks;
using Send.Core.Staff;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Every task goes to somebody: its role is chosen. A task with any form has no role that would go without saying.</summary>
internal sealed class TaskRoleRule : IDefinitionRule
{
    private const string Role = "role";

    public IEnumerable<RuleFinding> Check(CheckScope scope)
    {
        foreach (var activity in scope.Activities.Where(activity => activity.Descriptor?.ClrType?.IsAssignableTo(typeof(TaskActivity)) == true))
        {
            var role = activity.Input(Role);
            if (role.IsEmpty)
            {
                yield return RuleFinding.Error("task.noRole", activity, Role);
            }
            else if (!role.IsGiven && activity.Type == "Send.HumanTask")
            {
                yield return RuleFinding.Warning("task.defaultRole", activity, Role, StaffRole.Coordinator);
            }
        }
    }
}
