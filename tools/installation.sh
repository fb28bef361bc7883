# A throw-away installation of Mooring: a control plane, the chart, and the processes beside it.
# Sourced by ./demo after tools/story.sh; the working directory is the root of the repository.
# shellcheck shell=bash

home=                     # everything of this run: kubeconfigs, logs
up_pid=                   # the control plane
process_pids=()           # webhook and controller
webhook_port=
real_node=                # the node on which pods really run; empty where they only seem to

kubeconfig_of() {
  case $1 in
    admin) printf '%s/cluster/admin.kubeconfig' "$home" ;;
    *) printf '%s/cluster/%s.kubeconfig' "$home" "$1" ;;
  esac
}

# missing WHAT WHY: says what to install, and stops.
missing() {
  printf 'demo: %s is missing: needed %s\n' "$1" "$2" >&2
  exit 2
}

# start_installation UP_OPTION...: builds what is missing and starts everything.
start_installation() {
  command -v curl >/dev/null || missing curl 'to ask the webhook whether it is ready'
  tools/java-home >/dev/null || exit 2
  home=$(mktemp -d "${TMPDIR:-/tmp}/mooring-demo.XXXXXX")
  trap tear_down EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  local started=$SECONDS
  tools/run --compile
  start_control_plane "$@"
  install_chart
  start_process webhook MOORING_LISTEN_HOST=127.0.0.1 MOORING_LISTEN_PORT="$webhook_port" MOORING_SERVING_NAMES=127.0.0.1
  start_process controller
  wait_until_ready
  say "… everything is up after $((SECONDS - started)) s; logs are in $home"
}

# start_control_plane UP_OPTION...
start_control_plane() {
  say '… starting a control plane'
  ./test-cluster/up "$@" --directory "$home/cluster" --ready-file "$home/cluster.ready" >"$home/cluster.log" &
  up_pid=$!
  until [[ -e $home/cluster.ready ]]; do
    kill -0 "$up_pid" 2>/dev/null || { printf 'demo: the control plane did not start\n' >&2; exit 1; }
    sleep 0.2
  done
  real_node=$(sed -n "s/^REAL_NODE='\(.*\)'$/\1/p" "$home/cluster.ready")
  if [[ -n $real_node ]]; then
    say '… pods really run, on a node of this machine: what they read and write is shown'
  else
    say '… pods only seem to run, on simulated nodes (kwok): steps that read or write data are left out'
  fi
  PATH=$home/cluster:$PATH
  export PATH
}

as_admin() { KUBECONFIG=$(kubeconfig_of admin) "$@"; }

install_chart() {
  say '… installing the chart'
  webhook_port=$(free_port)
  tools/run charts dev.mooring.charts.RenderChart --set "webhook.url=https://127.0.0.1:$webhook_port" >"$home/chart.yaml"
  as_admin kubectl create namespace mooring-system >>"$home/install.log"
  # Twice: the first time, objects of kinds that are only just being defined may come too early.
  as_admin kubectl apply --server-side -n mooring-system -f "$home/chart.yaml" >>"$home/install.log" 2>&1 ||
    as_admin kubectl apply --server-side -n mooring-system -f "$home/chart.yaml" >>"$home/install.log"
  as_admin kubectl wait --for=condition=Established crd --all --timeout=30s >>"$home/install.log"
}

# A port of this machine that nobody listens on.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { printf '%s' "$port"; return; }
  done
}

# start_process NAME [VARIABLE=VALUE]...: starts a process of Mooring with its own service account's rights.
start_process() {
  local name=$1 file=$home/cluster/mooring-$1.kubeconfig
  shift
  say "… starting the $name with the rights of its service account"
  as_admin kubectl config view --raw --minify --flatten >"$file"
  {
    KUBECONFIG=$file kubectl config unset users
    KUBECONFIG=$file kubectl config set-credentials "$name" \
      --token="$(as_admin kubectl create token "mooring-$name" -n mooring-system --duration=24h)"
    KUBECONFIG=$file kubectl config set-context --current --user="$name"
  } >>"$home/install.log"
  env KUBECONFIG="$file" "$@" tools/run launcher dev.mooring.launcher.Main "$name" >"$home/$name.log" 2>&1 &
  process_pids+=($!)
}

# all_run PID...: whether every one of these processes runs; kill -0 alone is content with one.
all_run() {
  local pid
  for pid in "$@"; do kill -0 "$pid" 2>/dev/null || return 1; done
}

wait_until_ready() {
  local deadline=$((SECONDS + 60))
  until curl -skf "https://127.0.0.1:$webhook_port/readyz" >/dev/null; do
    if [[ $SECONDS -ge $deadline ]] || ! all_run "${process_pids[@]}"; then
      tail -n 20 "$home"/webhook.log "$home"/controller.log >&2
      printf 'demo: Mooring did not become ready; its last log lines are above\n' >&2
      exit 1
    fi
    sleep 0.2
  done
}

metrics_command() {
  printf "curl -sk https://127.0.0.1:%s/metrics | grep -E '%s' | grep -vE '_bucket| 0.0$'" "$webhook_port" \
    '^(controller_runtime_webhook_|mooring_admission_denials|cache_gets|mooring_informer_synced)'
}

# stay: says how to go on by hand, and waits for Ctrl-C.
stay() {
  cat <<EOF

Everything stays up. In another terminal:

    export PATH=$home/cluster:\$PATH
    export KUBECONFIG=$(kubeconfig_of admin)    # or $(kubeconfig_of rosa), …
    kubectl get datavolumes.mooring.dev -A

Logs are in $home; Ctrl-C takes everything down.
EOF
  wait "$up_pid" || true
}

tear_down() {
  local code=$?
  trap - EXIT
  # Once is enough: a second Ctrl-C would leave things behind.
  trap '' HUP INT TERM
  # Asked politely, the webhook would go on serving for ten seconds; nobody calls it any more.
  if [[ ${#process_pids[@]} -gt 0 ]]; then kill -KILL "${process_pids[@]}" 2>/dev/null || true; fi
  if [[ -n $up_pid ]]; then kill "$up_pid" 2>/dev/null || true; fi
  wait 2>/dev/null || true
  # What went wrong can be read afterwards; what went well or was told to stop leaves nothing behind.
  case $code in
    0 | 129 | 130 | 143) rm -rf "$home" ;;
  esac
  exit "$code"
}
