# How Ringside is started: read by run-ring.sh, which builds it first, and by the launchers of a
# package. They say in variables where its parts lie:
#   called        what the user types to start it
#   home          the folder that holds the assets
#   java          the JVM
#   jar           the program
#   libraries     the folder of its libraries
#   peer_cache, window_cache   ahead-of-time caches, which need not exist
#   version       of the program
# The positional parameters are the user's words.

fail() {
    echo "ringside: $1" >&2
    exit "$2"
}

# Services have no HOME; without it bash asks the system for the user's folder.
if [ -z "${HOME:-}" ]; then
    unset HOME
    HOME=$(echo ~)
    export HOME
fi

# In the locale C, Java on Linux finds no file with an umlaut in its path.
if [ "$(uname)" = Linux ]; then
    case $(locale charmap 2>/dev/null) in
        '' | ANSI_X3.4-1968)
            for utf_8 in C.UTF-8 en_US.UTF-8; do
                if [ "$(LC_ALL=$utf_8 locale charmap 2>/dev/null)" = UTF-8 ]; then
                    export LC_ALL=$utf_8
                    break
                fi
            done
            ;;
    esac
fi

# Without a command, the words are options of the window. The program itself reads all the others, gives
# help, and knows what a misspelled word should have been.
command=window
case ${1:-} in
    --version) echo "Ringside $version"; exit 0 ;;
    -h | --help) command=--help; shift ;;
    '' | --*) ;;
    *) command=$1; shift ;;
esac

choose_flags() {
    # The flags that the program gives to its own peers, for the reasons told there.
    peer_flags=(-XX:+UseSerialGC -XX:Tier3InvocationThreshold=1500
        -XX:Tier3MinInvocationThreshold=750 -XX:Tier3CompileThreshold=6000
        -Xmx32m -Xms4m -Xmn2m --add-opens=java.base/sun.nio.ch=ALL-UNNAMED
        -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:-AOTReplayTraining
        -XX:+UnlockExperimentalVMOptions -XX:TrimNativeHeapInterval=5000
        -XX:AsyncDeflationInterval=5000
        -Djdk.reflect.useNativeAccessorOnly=true
        -Xlog:disable -Xlog:all=warning:stderr)
    # The heap holds the events that a window keeps, at most 150 MB a recording, and pictures of a GIF;
    # it begins small.
    window_flags=(-XX:+UseSerialGC -Xms64m -Xmx1g -Xlog:disable -Xlog:all=warning:stderr
        -Xlog:aot*=off:stderr -Xlog:cds*=off:stderr
        --add-modules javafx.controls,javafx.swing
        --enable-native-access=javafx.graphics,ALL-UNNAMED)
    # With so small a limit, the compiler C2 leaves alone what a window does at its start and hardly
    # afterwards, to which C1 is as good: styles, the classes that the JVM writes for lambdas, records
    # and switches, and reading jars. It would take an eighth of the start's processor time for them.
    window_flags+=(-XX:CompileCommand=quiet)
    local part
    for part in com.sun.javafx.css javafx.css javafx.scene.CssStyleHelper jdk.internal.classfile \
        jdk.internal.constant java.lang.invoke java.util.zip jdk.internal.jimage java.util.Properties; do
        window_flags+=("-XX:CompileCommand=MaxNodeLimit,$part*::*,1000")
    done
    local javafx
    javafx=$(javafx_path)
    # A runtime made for the program has JavaFX in it.
    [ -z "$javafx" ] || window_flags+=(--module-path "$javafx")
}

program_path() {
    local path=$jar library
    for library in "$libraries"/*.jar; do
        case $library in "$jar" | */javafx-*) ;; *) path=$path:$library ;; esac
    done
    echo "$path"
}

javafx_path() {
    local path='' library
    for library in "$libraries"/javafx-*.jar; do
        [ ! -f "$library" ] || path=$path${path:+:}$library
    done
    echo "$path"
}

# Makes both caches in a folder, by a window on no display that remembers things there.
#   $1   the folder
#   ...  words before the command, as 'nice -n 19'
train() {
    local folder=$1
    shift
    "$@" "$java" "${window_flags[@]}" -XX:AOTCacheOutput="$folder/window.aot" \
        -Duser.home="$folder" -Dringside.home="$home" -cp "$(program_path)" \
        ringside.app.Main prepare "$folder/peer.aot"
}

# Becomes the program, or a peer; the flags have been chosen.
start() {
    # Without its cache, the JVM has one of the JDK's own classes.
    [ ! -f "$peer_cache" ] || peer_flags+=("-XX:AOTCache=$peer_cache")
    [ ! -f "$window_cache" ] || window_flags+=("-XX:AOTCache=$window_cache")
    local program=(-Duser.home="$HOME" -Dringside.home="$home" -Dringside.command="$called"
        -Dringside.peerCache="$peer_cache" -cp "$(program_path)" ringside.app.Main "$command")
    case $command in
        peer)
            exec "$java" "${peer_flags[@]}" \
                -cp "$jar:$(echo "$libraries"/gson-*.jar)" -Dringside.command="$called" \
                ringside.node.PeerMain "$@"
            ;;
        figure | simulate)
            # The most peers that a ring may have take four gigabytes. Garbage is collected on all
            # cores, and with large pages the processor finds its way through so many peers faster.
            exec "$java" "${window_flags[@]/UseSerialGC/UseParallelGC}" -Xmx6g \
                -XX:+UseTransparentHugePages "${program[@]}" "$@"
            ;;
        scenario | soak | replay | window | program)
            exec "$java" "${window_flags[@]}" "${program[@]}" "$@"
            ;;
        *)
            exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
                --enable-native-access=ALL-UNNAMED "${program[@]}" "$@"
            ;;
    esac
}
