#!/usr/bin/env bash
# Runs one command in a process group of its own, and ends the whole group when standard input closes:
# whoever started this closes it to stop, and the kernel closes it when that process is killed.
# usage: shepherd.sh SIGNAL SECONDS LOG PIDFILE COMMAND [ARGUMENT…]
set -m
signal=$1 grace=$2 log=$3 pidfile=$4
shift 4
# Handled, not ignored: an ignored signal would stay ignored in the command. Ctrl+C reaches this process too.
trap : INT TERM HUP
exec 3<&0 </dev/null >>"$log" 2>&1

"$@" 3<&- &
child=$!
echo "$child" >"$pidfile"
{
  cat <&3 >/dev/null
  kill -"$signal" -- "-$child"
  sleep "$grace"
  kill -KILL -- "-$child"
} 2>/dev/null &
watch=$!
# The shell would add its own remarks about the end of its jobs.
exec 2>/dev/null
exec 3<&-

while :; do
  wait "$child"
  code=$?
  kill -0 "$child" 2>/dev/null || break
done
# What the command leaves behind goes with it.
kill -KILL -- "-$child" 2>/dev/null
kill -KILL -- "-$watch" 2>/dev/null
rm -f "$pidfile"
exit "$code"
