#!/usr/bin/env bash
# Starts Ringside: builds it first when its sources are newer than the build.
# Works with the bash of Linux and macOS (3.2 or newer), from any folder.
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"
set -euo pipefail

# With it, cd may go elsewhere, and say so where only a path is expected.
unset CDPATH

# A Java that finds one of these closed takes one of its own files for it.
[ -e /dev/fd/0 ] || exec </dev/null
[ -e /dev/fd/1 ] || exec >/dev/null
[ -e /dev/fd/2 ] || exec 2>/dev/null

# The folder of this script, through symbolic links.
script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
    folder=$(cd -- "$(dirname -- "$script")" && pwd -P)
    script=$(readlink "$script")
    case $script in /*) ;; *) script=$folder/$script ;; esac
done
home=$(cd -- "$(dirname -- "$script")" && pwd -P)

version=$(sed -n 's:^  <version>\(.*\)</version>.*:\1:p' "$home/pom.xml" | head -n 1)

called=./run-ring.sh
. "$home/src/main/launch/launch.sh"

# Where the build lies: beside its sources, or elsewhere.
build_in() {
    work=$1
    jar=$work/target/ringside-$version.jar
    libraries=$work/target/lib
    stamp=$work/target/.built
    log=$work/target/build.log
    lock=$work/target/.building
    preparing=$work/target/.preparing
}

# Java divides paths at colons, and cannot be told otherwise.
has_colon() {
    case $1 in *:*) return 0 ;; *) return 1 ;; esac
}

can_build_in() {
    local part
    ! has_colon "$1" || return 1
    [ -e "$1/target" ] || [ -w "$1" ] || return 1
    for part in "$1/target" "$1/target/classes" "$1/target/lib"; do
        if [ -e "$part" ] && [ ! -w "$part" ]; then
            return 1
        fi
    done
}

# Where the user may not write, or Java not read, the build has a folder of the user's own.
choose_place() {
    build_in "$home"
    if ! has_colon "$home" && is_built; then
        return
    fi
    if can_build_in "$home"; then
        return
    fi
    build_in "$HOME/.ringside/builds/$(printf '%s' "$home" | cksum | cut -d ' ' -f 1)"
    has_colon "$work" && fail "a path with a colon cannot be used by Java: give the program or \
your home another place than $work." 1
    mkdir -p "$work" || fail "the build needs a folder that can be written: $work" 1
    ln -sfn "$home/pom.xml" "$work/pom.xml"
    ln -sfn "$home/src" "$work/src"
}

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    local major
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$major" ] && [ "$major" -ge 25 ]
}

jdk_on_path() {
    local java link
    java=$(command -v java) || return 0
    while [ -L "$java" ]; do
        link=$(readlink "$java")
        case $link in /*) java=$link ;; *) java=$(dirname "$java")/$link ;; esac
    done
    (cd "$(dirname "$java")/.." && pwd -P)
}

find_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

# A changed or deleted source changes its own time or that of its folder. Only a build that came to
# its end leaves a stamp.
is_built() {
    [ -f "$jar" ] && [ -d "$work/target/lib" ] && [ -f "$stamp" ] || return 1
    [ -z "$(find "$home/pom.xml" "$home/src/main" -newer "$stamp" 2>/dev/null | head -n 1)" ]
}

# The number of a process and when it began: after a restart another has the number.
identity() {
    local number=$1 stat
    if [ -r "/proc/$number/stat" ]; then
        stat=$(cat "/proc/$number/stat" 2>/dev/null || true)
        # shellcheck disable=SC2086
        set -- ${stat##*) }
        echo "$number-${20:-}"
    else
        echo "$number-$(LC_ALL=C ps -p "$number" -o lstart= 2>/dev/null | tr -s ' ' _)"
    fi
}

# Whether the process of this identity still runs.
is_alive() {
    local number=${1%%-*}
    { kill -0 "$number" 2>/dev/null || [ -d "/proc/$number" ] || ps -p "$number" >/dev/null 2>&1; } \
        && [ "$(identity "$number")" = "$1" ]
}

# The lock is a link to nothing but the identity of the process that builds: made in one step.
lock_build() {
    local owner self told='' tries=0
    self=$(identity "$$")
    mkdir -p "$work/target" || fail "the build needs a folder that can be written: $work/target" 1
    until ln -s "$self" "$lock" 2>/dev/null; do
        if ! owner=$(readlink "$lock"); then
            # It went at this moment; or there are no links here, and nothing can be locked.
            tries=$((tries + 1))
            [ "$tries" -lt 20 ] || return 0
        elif is_alive "$owner"; then
            [ -n "$told" ] \
                || echo "Another start (process ${owner%%-*}) is building Ringside: waiting." >&2
            told=yes
            sleep 0.2
        elif mv "$lock" "$lock.$$" 2>/dev/null; then
            # Its builder was killed. Another who waits may have replaced it meanwhile.
            owner=$(readlink "$lock.$$")
            ! is_alive "$owner" || ln -s "$owner" "$lock" 2>/dev/null || true
            rm -f "$lock.$$"
        fi
    done
    trap 'rm -f "$lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

unlock_build() {
    rm -f "$lock"
    trap - EXIT INT TERM HUP
}

build() {
    local started
    command -v mvn >/dev/null \
        || fail "Maven is missing: install it (for example: apt install maven) and start again." 1
    echo "Building Ringside. The first time takes a minute or two." >&2
    rm -f "$stamp"
    # Maven adds libraries to this folder and never takes an old version away.
    rm -rf "$work/target/lib"
    started=$(mktemp "$work/target/.started.XXXXXX")
    # The variable lets Maven's search for a JDK find the one that was found here.
    if ! (
        cd "$work"
        export JAVA25_HOME=$jdk
        command -v java >/dev/null || export JAVA_HOME=${JAVA_HOME:-$jdk}
        mvn -q -B -Dmaven.test.skip=true package >"$log" 2>&1
    ); then
        tail -n 30 "$log" >&2
        rm -f "$started"
        fail "the build failed; all of its output is in $log" 1
    fi
    # A source that changes while Maven runs is newer than this, and is built the next time.
    mv "$started" "$stamp"
}

# The size of a file and when it was changed, which a JVM compares with those of a cache.
age_and_size() {
    stat -c '%s %Y' "$@" 2>/dev/null || stat -f '%z %m' "$@"
}

# Caches are good for the very jars, JDK and flags that they were made with. Their names are a digest
# of these: so another build never takes them for its own.
name_caches() {
    local digest
    choose_flags
    digest=$({
        cat "$jar" "$work"/target/lib/*.jar "$jdk/release"
        age_and_size "$jar" "$work"/target/lib/*.jar
        echo "$jdk" "${peer_flags[@]}" "${window_flags[@]}" "$work"
    } 2>/dev/null | cksum | tr ' ' -)
    peer_cache=$work/target/peer-$digest.aot
    window_cache=$work/target/window-$digest.aot
    prepared=$work/target/.prepared-$digest
}

# Lets the program and its peers start faster; everything works without. Its argument is the niceness.
prepare() {
    local training=$work/target/.training-$$
    mkdir -p "$training"
    train "$training" nice -n "$1" >>"$log" 2>&1 || true
    rm -rf "$work"/target/*.aot "$work"/target/.prepared-*
    mv "$training/peer.aot" "$peer_cache" 2>/dev/null || true
    mv "$training/window.aot" "$window_cache" 2>/dev/null || true
    rm -rf "$training"
    # Also without a cache: what failed once would fail again.
    touch "$prepared"
}

# Prepares beside the program that this process becomes, and neither delays nor outlives it: so the
# first start is as quick as without, and the next one is faster.
prepare_beside() {
    local program owner
    program=$(identity "$$")
    if owner=$(readlink "$preparing"); then
        ! is_alive "$owner" || return 0
        rm -f "$preparing"
    fi
    ln -s "$program" "$preparing" 2>/dev/null || return 0
    (
        # The signals of a terminal mean the program, whose end is noticed below.
        trap : INT TERM HUP
        # With it, all that is started here is one group of processes.
        set -m
        prepare 19 &
        while kill -0 "$!" 2>/dev/null && is_alive "$program"; do sleep 0.3; done
        kill -KILL -- "-$!" 2>/dev/null || true
        rm -rf "$preparing" "$work/target/.training-$$"
    ) </dev/null >/dev/null 2>&1 &
}

jdk=$(find_jdk)
[ -n "$jdk" ] || fail "no JDK of version 25 or newer was found: install one (for example from \
https://adoptium.net) or set JAVA_HOME to it." 1
java=$jdk/bin/java
choose_place
if [ -w "$work/target" ] || [ ! -e "$work/target" ]; then
    if ! is_built; then
        lock_build
        is_built || build
        unlock_build
    fi
    name_caches
    if [ ! -e "$prepared" ]; then
        case $command in
            peer | scenario | simulate | soak | replay | window | program | join) prepare_beside ;;
            prepare) prepare 0 ;;
        esac
    fi
else
    name_caches
fi
[ "$command" != prepare ] || exit 0

start "$@"
