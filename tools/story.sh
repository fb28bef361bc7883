# Tells a story in commands: prints each one as its user would type it, its real output, and what to see in it.
# Sourced by ./demo. A step that does not show what it should is counted, and the story goes on.
#
# kubeconfig_of USER must be defined by whoever sources this file.
# shellcheck shell=bash

failures=0
steps=0

if [[ ${color:-no} == no ]]; then
  bold='' dim='' red='' green='' plain=''
else
  bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'
fi

chapter() { printf '\n%s== %s ==%s\n' "$bold" "$1" "$plain"; }

say() { printf '%s%s%s\n' "$dim" "$1" "$plain"; }

# run_as USER COMMAND: runs the command line as that user; sets $output and $status.
run_as() {
  status=0
  output=$(KUBECONFIG=$(kubeconfig_of "$1") bash -c "$2" 2>&1) || status=$?
}

# tell USER COMMAND WHAT_TO_SEE yes|no: prints one step and counts it.
tell() {
  steps=$((steps + 1))
  printf '\n%s%s$ %s%s\n' "$bold" "$1" "$2" "$plain"
  [[ -z $output ]] || printf '%s\n' "$output"
  if [[ $4 == yes ]]; then
    printf '%s  ✓ %s%s\n' "$green" "$3" "$plain"
  else
    failures=$((failures + 1))
    printf '%s  ✗ expected: %s (exit code %s)%s\n' "$red" "$3" "$status" "$plain"
  fi
}

# matches PATTERN: whether $output, taken as one text, contains the extended regular expression.
matches() { grep -qzE -- "$1" <<<"$output"; }

# shows USER COMMAND PATTERN WHAT_TO_SEE: the command succeeds and prints the pattern.
shows() {
  local good=no
  run_as "$1" "$2"
  if [[ $status -eq 0 ]] && matches "$3"; then good=yes; fi
  tell "$1" "$2" "$4" "$good"
}

# refused USER COMMAND PATTERN WHAT_TO_SEE: the command fails and prints the pattern.
refused() {
  local good=no
  run_as "$1" "$2"
  if [[ $status -ne 0 ]] && matches "$3"; then good=yes; fi
  tell "$1" "$2" "$4" "$good"
}

# eventually USER COMMAND PATTERN WHAT_TO_SEE: as shows, but waits up to half a minute for it.
eventually() {
  local good=no deadline=$((SECONDS + 30))
  while :; do
    run_as "$1" "$2"
    if [[ $status -eq 0 ]] && matches "$3"; then good=yes; break; fi
    [[ $SECONDS -lt $deadline ]] || break
    sleep 0.3
  done
  tell "$1" "$2" "$4" "$good"
}

# really STEP ARGUMENT...: a step that needs pods which really run; without them it is left out.
# $real_node must be empty if there are none.
really() {
  if [[ -n $real_node ]]; then "$@"; fi
}

# summary: says how the story went; fails if a step did not show what it should.
summary() {
  if [[ $failures -eq 0 ]]; then
    printf '\n%sAll %s steps showed what they should.%s\n' "$green" "$steps" "$plain"
  else
    printf '\n%s%s of %s steps did not show what they should.%s\n' "$red" "$failures" "$steps" "$plain"
    return 1
  fi
}
