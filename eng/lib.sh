# Sourced by the scripts beside it: where we are, what we are called with, how we fail.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
CONFIGURATION=${CONFIGURATION:-Release}
SOLUTION=Send.Workflows.sln
# The .NET CLI and npm keep their caches below HOME; a service account may have none.
if [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; then
  HOME=$(mktemp -d)
  export HOME
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1

say() { printf '== %s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The database providers, each with the name of its context in Send.Persistence.
PROVIDERS="Sqlite PostgreSql SqlServer"
context_of() { printf '%sSendDbContext' "$1"; }
