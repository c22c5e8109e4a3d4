namespace Send.Core.Tasks;

/// <summary>Life of a human task: Ready (in a queue) → Claimed → Waiting (for somebody outside) → Done; or Cancelled with its case or branch, or Skipped with a reason.</summary>
public enum TaskState
{
    Ready,
    Claimed,
    Waiting,
    Done,
    Skipped,
    Cancelled,
}
