# Runs a program that must not outlive the process which started this shell.
#
# usage: sh -c "$(cat supervise.sh)" supervise PID_FILE PROGRAM [ARGUMENT...]
#
# Standard input is a pipe whose other end nobody but that process holds. However the process ends, the kernel closes
# the pipe, the read below returns, and the program is killed. Closing the pipe on purpose is how the program is stopped.
# Signals to the whole process group, as Ctrl-C sends, are for the process that started it.
trap '' INT TERM HUP
pid_file=$1
shift
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
echo "$program" >"$pid_file"
(
    while read -r _; do :; done
    kill -KILL "$program"
) <&3 2>/dev/null &
watcher=$!
exec 3<&-
wait "$program" 2>/dev/null
status=$?
kill -KILL "$watcher" 2>/dev/null
rm -f "$pid_file"
exit "$status"
