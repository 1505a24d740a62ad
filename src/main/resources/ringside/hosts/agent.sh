{
place=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/ringside/@DIGEST@

# Where something is installed of which a command is on the path, through links.
home_of() {
    found=$(command -v "$1") && found=$(readlink -f "$found") && dirname "$(dirname "$found")"
}
ringside=$(home_of ringside)

# Whether a folder has the archives of this very build, and a Java of its own.
has_this_build() (
    cd "$1" 2>/dev/null && [ -x ../runtime/bin/java ] && sha256sum -c <<'END' >/dev/null 2>&1
@CHECKSUMS@
END
)

find_installed() {
    for app in "$ringside/lib/app" /usr/lib/ringside/lib/app /opt/ringside/lib/app; do
        if has_this_build "$app"; then
            java=$app/../runtime/bin/java
            classes=@INSTALLED_CLASSES@
            cache=$app/peer.aot
            [ -f "$cache" ] || cache=
            return
        fi
    done
    return 1
}

find_java() {
    for home in "${JAVA_HOME:-}" "$(home_of java)" \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
        "$ringside/lib/runtime" /usr/lib/ringside/lib/runtime /opt/ringside/lib/runtime \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$home" ] && [ -x "$home/bin/java" ] && [ -r "$home/release" ]; then
            major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
            if [ "${major:-0}" -ge 25 ]; then
                java=$home/bin/java
                return
            fi
        fi
    done
    return 1
}

receive() {
    fresh=$place.$$
    mkdir -p "$fresh" || return 1
    echo ringside-wants-program
    read -r bytes
    # Another host of the same home may have put it there meanwhile.
    if head -c "$bytes" | tar -xf - -C "$fresh" && [ ! -d "$place" ]; then
        mv "$fresh" "$place"
    fi
    rm -rf "$fresh" "$place/${fresh##*/}"
    [ -d "$place" ]
}

is_unused() {
    [ -n "$(find "$1" -prune -type d -mtime +29)" ]
}

# Deletes other builds that nobody has used for 30 days, and what was left of one half way.
delete_unused() {
    for old in "${place%/*}"/*; do
        name=${old##*/}
        digest=${name%%.*}
        case $digest in *[!0123456789abcdef]*) continue ;; esac
        # Its name goes first: nobody may find half of it.
        gone=$old.$$
        if [ ${#digest} -eq 64 ] && [ "$old" != "$place" ] && is_unused "$old" \
            && mv "$old" "$gone"; then
            # An agent of that build may have begun in between.
            is_unused "$gone" || [ -d "$old" ] || mv "$gone" "$old"
            rm -rf "$gone"
        fi
    done
}

# Before it is looked for, so that from then on no other agent deletes it.
touch -c "$place" 2>/dev/null
delete_unused 2>/dev/null

if [ -d "$place" ] || ! find_installed; then
    find_java || { echo ringside-has-no-java; exit 1; }
    [ -d "$place" ] || receive || { echo ringside-has-no-room; exit 1; }
    set -- -Dringside.travelled="$place"
    classes=@CLASSES@
    cache=@CACHE@
    # The cache of another Java makes each start slower than none.
    if [ -n "$cache" ] && ! "$java" @CACHE_FLAGS@ -XX:AOTMode=on -XX:AOTCache="$cache" \
        -version >/dev/null 2>&1; then
        cache=
    fi
fi
[ -z "$cache" ] || set -- "$@" @CACHE_FLAGS@ -XX:AOTCache="$cache"

echo ringside-begins
cd /
exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms8m -Xmx256m \
    -Xlog:disable -Xlog:all=warning:stderr "$@" -Duser.home="${HOME:-/tmp}" \
    -Dringside.peerCache="$cache" -cp "$classes" ringside.hosts.AgentMain
}
