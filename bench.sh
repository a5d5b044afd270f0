#!/usr/bin/env bash
# Measures durable commands and live pages side by side with ordinary ways to do the same: see docs/benchmarks.md
#   ./bench.sh write            about five minutes
#   ./bench.sh write --short    under two minutes
#   ./bench.sh live             two thousand open pages: about two minutes; --short: one
#   ./bench.sh overload         three times what it can do, and a rolling restart: about three minutes; --short: two
#   ./bench.sh inbox            about two minutes: pages of an inbox of 50,000 open items
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v dotnet >/dev/null || { echo 'The .NET SDK is missing: install version 10.0.400 or later (https://dot.net).' >&2; exit 1; }
# Code that is called often is compiled for good at once, in every measured process: otherwise a warm-up would last minutes.
export DOTNET_TC_CallCountingDelayMs=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build tests/SpPlus.Benchmarks --configuration Release --disable-build-servers -nologo -verbosity:quiet >&2
exec dotnet tests/SpPlus.Benchmarks/bin/Release/net10.0/SpPlus.Benchmarks.dll "$@"
