#!/usr/bin/env bash
# Starts the whole platform on this machine: see ./run.sh --help
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
output=$root/dev/SpPlus.Standalone/bin/Release
program=$output/net10.0/SpPlus.Standalone.dll
built=$output/built

refuse() { echo "$1" >&2; exit 1; }

command -v dotnet >/dev/null || refuse 'The .NET SDK is missing: install version 10.0.400 or later (https://dot.net) and start again.'
node=$(command -v node >/dev/null && node --version || true)
[[ ${node#v} =~ ^(2[0-9]|[3-9][0-9])\. ]] || refuse "Node.js 20 or later is missing${node:+ (this is $node)}: install it, with npm, and start again."

sources_changed() {
  [[ -e $program && -e $built ]] || return 0
  [[ -n $(find "$root" \( -name bin -o -name obj -o -name .data -o -name .git -o -name node_modules -o -name dist -o -name docs -o -name tests \) -prune \
    -o -type f -newer "$built" ! -name '*.md' ! -name '*.sh' ! -path '*/wwwroot/theme/*' -print -quit) ]]
}

if sources_changed; then
  (cd "$root" && dotnet --version >/dev/null 2>&1) || refuse 'The .NET SDK 10.0.400 or later is missing: install it (https://dot.net) and start again.'
  echo 'Building…'
  mkdir -p "$output"
  # Taken before the build: what is edited meanwhile is built next time.
  touch "$built.new"
  # Build servers would outlive this script and hold its output open.
  dotnet build "$root/dev/SpPlus.Standalone" --configuration Release --disable-build-servers -nologo -verbosity:quiet
  mv "$built.new" "$built"
fi

exec dotnet "$program" "$@"
