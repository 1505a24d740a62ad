package ringside.model;

import ringside.status.Shortcut;

/**
 * A shortcut that a peer reported (SPEC 3.6).
 *
 * @param sinceMicros since when it leads to this peer, in microseconds since the epoch
 */
public record KnownShortcut(Shortcut shortcut, long sinceMicros) {}
