#!/usr/bin/env bash
# Starts Ringside: builds it first when its sources are newer than the build.
# Works with the bash of Linux and macOS (3.2 or newer), from any folder.
set -euo pipefail

usage() {
    cat <<'TEXT'
Ringside runs a ring of real peers on this machine and shows it.

  ./run-ring.sh [OPTIONS]                          open the window on a running ring
  ./run-ring.sh peer ID SUCC1 SUCC2 MSS LOSS       one peer in this terminal
  ./run-ring.sh peer --join KNOWN ID MSS LOSS      one peer that joins a running ring
  ./run-ring.sh scenario FILE [OPTIONS]            run a scenario, without a window
  ./run-ring.sh replay FILE.ringside               open the window on a recording, without peers
  ./run-ring.sh soak [MINUTES [SEED]] [OPTIONS]    drawn faults for ten minutes, then a verdict
  ./run-ring.sh --help | --version

Options of the window and of scenarios, for every peer that they start:
  --ping 1s            time between two pings to one successor
  --misses 4           unanswered pings in a row before a successor is dead
  --successors 4       length of the successor list
  --copies 3           how many peers hold a file: its owner and the next successors
  --mss 400            largest segment of a transfer in bytes, 1 to 65000
  --window 1           segments of one transfer under way at once, 1 to 256; 1 is stop-and-wait
  --loss 0.1           share of segments lost on purpose, 0 to 1
  --base-port 50000    peer ID listens on this port + ID
  --data DIR           folder of this run (default: a dated one in ~/.ringside/runs)
  --files DIR          where peers also look for files to answer with

Only for the window:   --peers 14,43,77            the ring to start with
Only for a scenario:   --record OUT.ringside       write down everything that happens
                       --snapshot OUT.png          draw the ring as it is at the end

Every window, scenario and soak is recorded in its run's folder, as ring.ringside.
A peer takes the options from --ping to --files too, and --status and --quiet;
'./run-ring.sh peer --help' lists them. Scenarios to start with lie in assets/scenarios.
TEXT
}

fail() {
    echo "ringside: $1" >&2
    exit "$2"
}

# The folder of this script, through symbolic links.
script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
    folder=$(cd "$(dirname "$script")" && pwd -P)
    script=$(readlink "$script")
    case $script in /*) ;; *) script=$folder/$script ;; esac
done
home=$(cd "$(dirname "$script")" && pwd -P)

version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$home/pom.xml" | head -n 1)
jar=$home/target/ringside-$version.jar
stamp=$home/target/.built
prepared=$home/target/.prepared
log=$home/target/build.log

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

# A changed or deleted source changes its own time or that of its folder.
is_built() {
    local since=$jar
    [ -f "$jar" ] && [ -d "$home/target/lib" ] || return 1
    # Maven leaves the jar as it is when nothing in it changes.
    [ "$stamp" -nt "$jar" ] && since=$stamp
    [ -z "$(find "$home/pom.xml" "$home/src/main" -newer "$since" 2>/dev/null | head -n 1)" ]
}

build() {
    local started
    command -v mvn >/dev/null \
        || fail "Maven is missing: install it (for example: apt install maven) and start again." 1
    echo "Building Ringside. The first time takes a minute or two." >&2
    mkdir -p "$home/target"
    # Maven adds libraries to this folder and never takes an old version away.
    rm -rf "$home/target/lib"
    started=$(mktemp "$home/target/.started.XXXXXX")
    # The variable lets Maven's search for a JDK find the one that was found here.
    if ! (
        cd "$home"
        export JAVA25_HOME=$jdk
        command -v java >/dev/null || export JAVA_HOME=${JAVA_HOME:-$jdk}
        mvn -q -B -Dmaven.test.skip=true package >"$log" 2>&1
    ); then
        tail -n 30 "$log" >&2
        rm -f "$started"
        fail "the build failed; all of its output is in $log" 1
    fi
    # What changes while Maven runs is newer than this, and is built the next time.
    mv "$started" "$stamp"
}

# Lets peers start faster; everything works without it, so it is tried once a build.
prepare() {
    if ! [ "$prepared" -nt "$jar" ]; then
        "$jdk/bin/java" -Duser.home="$HOME" -cp "$(program_path)" ringside.app.Main prepare >>"$log" 2>&1 || true
        touch "$prepared"
    fi
}

program_path() {
    local path=$jar library
    for library in "$home"/target/lib/*.jar; do
        case $library in */javafx-*) ;; *) path=$path:$library ;; esac
    done
    echo "$path"
}

javafx_path() {
    local path='' library
    for library in "$home"/target/lib/javafx-*.jar; do
        path=$path${path:+:}$library
    done
    echo "$path"
}

command=window
case ${1:-} in
    -h | --help) usage; exit 0 ;;
    --version) echo "Ringside $version"; exit 0 ;;
    peer | scenario | soak | replay) command=$1; shift ;;
    window) shift ;;
    '' | --*) ;;
    *) fail "'$1' is no command: use peer, scenario, replay, soak, or options for the window; see --help." 2 ;;
esac

if [ "$command" != peer ] && [ "${1:-}" = --help ]; then
    usage
    exit 0
fi

jdk=$(find_jdk)
[ -n "$jdk" ] || fail "no JDK of version 25 or newer was found: install one (for example from \
https://adoptium.net) or set JAVA_HOME to it." 1
is_built || build
prepare

case $command in
    peer)
        archive=$home/target/peer-classes.jsa
        [ -f "$archive" ] || archive=$HOME/.ringside/peer-classes.jsa
        # The flags that the program gives to its own peers, for the reasons told there.
        exec "$jdk/bin/java" -XX:+UseSerialGC -XX:Tier3InvocationThreshold=1500 \
            -XX:Tier3MinInvocationThreshold=750 -XX:Tier3CompileThreshold=6000 \
            -Xmx32m -Xms4m -Xmn2m --enable-native-access=ALL-UNNAMED \
            --add-exports=java.base/sun.nio.ch=ALL-UNNAMED \
            -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
            -XX:+UnlockExperimentalVMOptions -XX:TrimNativeHeapInterval=5000 \
            -Xlog:disable -Xlog:all=warning:stderr -XX:SharedArchiveFile="$archive" \
            -cp "$jar:$(echo "$home"/target/lib/gson-*.jar)" ringside.node.PeerMain "$@"
        ;;
    scenario | soak | replay | window)
        # The heap holds the events that a window keeps, at most 150 MB a recording, and pictures of
        # a GIF; it begins small. At its end the JVM keeps the classes that it used, so that the
        # next window is there sooner. It sees by itself when the JDK is another, but keeps an
        # archive of another jar, unused.
        archive=$home/target/$command-classes.jsa
        [ "$archive" -nt "$jar" ] || rm -f "$archive"
        exec "$jdk/bin/java" -XX:+UseSerialGC -Xms64m -Xmx1g \
            -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$archive" \
            -Xlog:disable -Xlog:all=warning:stderr -Xlog:cds*=off:stderr \
            --module-path "$(javafx_path)" --add-modules javafx.controls,javafx.swing \
            --enable-native-access=javafx.graphics \
            -Duser.home="$HOME" -Dringside.home="$home" -cp "$(program_path)" ringside.app.Main "$command" "$@"
        ;;
esac
