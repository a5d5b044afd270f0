#!/usr/bin/env bash
# Runs every test from a bare checkout and ends with one line: N passed, N failed.
#   ./test.sh                     everything
#   ./test.sh --filter EXPRESSION only the tests that match (dotnet test's own filter)
#   ./test.sh --faults [--minutes 20] [--seed N] [--mutant NAME]
#                                 a run under faults: its last line is its result as JSON; see docs/faults.md
#   ./test.sh --update COMMIT [--minutes 5] [--seed N]
#                                 the same, in the middle of an update: one silo is that commit's, the others this one's
set -uo pipefail
cd "$(dirname "$0")"

say() { printf '\n== %s\n' "$*"; }
missing() { printf '%s\n' "$*" >&2; exit 1; }

command -v dotnet >/dev/null || missing "The .NET SDK is missing: install .NET 10 (dotnet-sdk-10.0)."
command -v node >/dev/null || missing "Node.js is missing: install Node.js 20 or newer."

install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  say "Installing $*"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && ! command -v initdb >/dev/null; then
  install postgresql || missing "PostgreSQL's binaries are missing: install the package postgresql."
fi
if [ -z "${SPPLUS_CHROMIUM:-}" ]; then
  # The shell has no window to draw: its pages cost half of what the browser's do.
  command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || install chromium-headless-shell || install chromium \
    || missing "Chromium is missing: install the package chromium-headless-shell or chromium, or set SPPLUS_CHROMIUM to its path."
  SPPLUS_CHROMIUM=$(command -v chromium-headless-shell || command -v chromium)
  export SPPLUS_CHROMIUM
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

say "Building"
# One compiler for all projects, which ends with the build: it would hold this script's output open.
dotnet build SpPlus.sln -c Release --nologo -v quiet -p:UseSharedCompilation=true
built=$?
dotnet build-server shutdown --vbcscompiler >/dev/null
[ "$built" = 0 ] || { echo "0 passed, 1 failed"; exit 1; }

if [ "${1:-}" = --faults ]; then
  shift
  exec dotnet tests/SpPlus.Faults/bin/Release/net10.0/SpPlus.Faults.dll "$@"
fi

if [ "${1:-}" = --update ]; then
  commit=${2:?which commit}
  shift 2
  other=$(mktemp -d)
  trap 'git worktree remove --force "$other"; rm -rf "$results"' EXIT
  say "Building $commit"
  git worktree add --quiet --detach "$other" "$commit" && dotnet build "$other/tests/SpPlus.Faults" -c Release --nologo -v quiet || exit 1
  dotnet tests/SpPlus.Faults/bin/Release/net10.0/SpPlus.Faults.dll --beside "$other/tests/SpPlus.Faults/bin/Release/net10.0" "$@"
  exit
fi

# What waits for pages, for silos that start and for faults to pass is run at the same time. Lines of all mix; what fails is told at the end.
run() {
  # The pages of one run are too few for silo and web to be worth compiling a second time: a tenth less work.
  # They take longest: the others make way for them.
  local manners=2
  [ "$1" = SpPlus.EndToEnd ] && export DOTNET_TC_CallCountingDelayMs=100000 && manners=0
  nice -n "$manners" dotnet test "tests/$1" -c Release --no-build --nologo --logger "console;verbosity=normal" \
    --logger "trx;LogFileName=$1.trx" --results-directory "$results" "${arguments[@]}"
  local code=$?
  say "$1 has ended"
  return "$code"
}

say "Testing"
arguments=("$@")
# Most processes live for less time than it takes to learn how to compile them better, and write code for most of it.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0
runs=()
set -m  # each a group of its own, to be ended with this script
for project in SpPlus.EndToEnd SpPlus.Tests SpPlus.Faults; do
  run "$project" < /dev/null &
  runs+=($!)
done
set +m
trap 'for group in "${runs[@]}"; do kill -- "-$group" 2>/dev/null; done; rm -rf "$results"' EXIT
failed=0
for group in "${runs[@]}"; do wait "$group" || failed=1; done

screenshots=tests/SpPlus.EndToEnd/bin/Release/net10.0/screenshots
[ -d "$screenshots" ] && say "Screenshots of every page are in $screenshots"

total() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*" | grep -o '[0-9]*$' | awk '{n+=$1} END {print n+0}'; }
passed=$(total passed)
broken=$(( $(total failed) + $(total error) + $(total timeout) + $(total aborted) ))
[ "$failed" = 1 ] && [ "$broken" = 0 ] && broken=1
[ "$passed" = 0 ] && [ "$broken" = 0 ] && broken=1

# Of each test that failed: its name, and the first lines of what it said and where.
reasons() {
  cat "$results"/*.trx 2>/dev/null | awk '
    /<UnitTestResult / { failed = /outcome="(Failed|Error|Timeout|Aborted)"/; if (failed && match($0, / testName="[^"]*"/)) print "\n" substr($0, RSTART + 11, RLENGTH - 12) }
    failed && /<(Message|StackTrace)>/ { told = 1; lines = 0 }
    failed && told { ends = /<\/(Message|StackTrace)>/; gsub(/<\/?(Message|StackTrace)>/, ""); if (lines++ < 12) print "  " $0; if (ends) told = 0 }'
}

if [ "$broken" != 0 ]; then
  say "Failed"
  reasons
fi

printf '\n%s passed, %s failed\n' "$passed" "$broken"
[ "$broken" = 0 ]
