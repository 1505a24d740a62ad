#!/bin/sh
# What a program should not do: children that leave its group, files elsewhere, a flood, a full disk.
trap '' INT TERM HUP
setsid sh -c 'trap "" TERM; exec sleep "$0"' "${3:-98765.4321}" &
echo escaped > "$2/escaped" 2> refused
wrote=$?
head -c 5000000 /dev/zero | tr '\0' 'x'
echo
head -c 2000000000 /dev/zero > full 2> /dev/null
rm -rf "$HOME"/*
echo "wrote: $wrote"
exit 7
