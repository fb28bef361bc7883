#!/bin/sh
# Becomes the first process of a node: in namespaces of its own, so that mounts, bridges, rules and processes of whatever
# runs there end with it, however it ends. What it leaves are empty control groups.
#
# usage: sh node.sh enter CONTROL_GROUP PID_FILE LOG_DIRECTORY
set -eu
step=$1 group=$2 pid_file=$3 logs=$4
hierarchies=/sys/fs/cgroup

is_unified() { [ "$(stat -f -c %T $hierarchies)" = cgroup2fs ]; }

# Prints the root of each hierarchy of control groups. Links are other names of the same.
each_hierarchy() {
    if is_unified; then
        echo $hierarchies
    else
        for root in "$hierarchies"/*; do
            if [ -f "$root/cgroup.procs" ] && [ ! -L "$root" ]; then echo "$root"; fi
        done
    fi
}

join_groups() {
    for root in $(each_hierarchy); do
        mkdir -p "$root/$group"
        for file in cpuset.cpus cpuset.mems; do
            if [ -f "$root/$file" ]; then cat "$root/$file" >"$root/$group/$file"; fi
        done
        echo $$ >"$root/$group/cgroup.procs"
    done
}

# Makes the node's groups the roots of what it sees.
show_own_groups_only() {
    for root in $(each_hierarchy); do
        mount --bind "$root/$group" "$root"
    done
    if is_unified; then # no process may stay in a group that hands controllers on
        mkdir -p $hierarchies/init
        echo $$ >$hierarchies/init/cgroup.procs
        sed 's/[^ ][^ ]*/+&/g' $hierarchies/cgroup.controllers >$hierarchies/cgroup.subtree_control
    fi
}

# kubelet sets these for the whole machine unless it finds them set.
pretend_kernel_settings() {
    mkdir -p /run/mooring/kernel
    while read -r setting value; do
        file=/run/mooring/kernel/$(echo "$setting" | tr / .)
        echo "$value" >"$file"
        if [ -f "/proc/sys/$setting" ]; then mount --bind "$file" "/proc/sys/$setting"; fi
    done <<-'END'
	vm/overcommit_memory 1
	vm/panic_on_oom 0
	kernel/panic 10
	kernel/panic_on_oops 1
	kernel/keys/root_maxkeys 1000000
	kernel/keys/root_maxbytes 25000000
	END
}

case $step in
enter)
    exec unshare --mount --propagation=slave --net --pid --fork --kill-child \
        sh "$0" join "$group" "$pid_file" "$logs"
    ;;
join)
    join_groups
    exec unshare --cgroup sh "$0" init "$group" "$pid_file" "$logs"
    ;;
init)
    read -r pid _ </proc/self/stat # as those outside know it: /proc is still theirs
    mount --make-rshared /
    mount -t proc proc /proc
    show_own_groups_only
    mount -t tmpfs -o mode=755 tmpfs /run
    mount -t tmpfs -o mode=755 tmpfs /var/log
    mkdir -p /var/lib/kubelet /var/lib/cni /var/log/pods
    mount -t tmpfs -o mode=755 tmpfs /var/lib/kubelet
    mount -t tmpfs -o mode=755 tmpfs /var/lib/cni
    mount --bind "$logs" /var/log/pods
    pretend_kernel_settings
    ip link set lo up
    echo 1 >/proc/sys/net/ipv4/ip_forward
    echo "$pid" >"$pid_file.unfinished"
    mv "$pid_file.unfinished" "$pid_file"
    # Waiting, it also reaps whoever is orphaned here.
    while :; do
        sleep infinity &
        wait
    done
    ;;
esac
