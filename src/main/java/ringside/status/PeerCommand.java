package ringside.status;

import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/** A command to a single peer, from its terminal or over the status channel (SPEC 9.1). */
public sealed interface PeerCommand extends ChannelCommand {

    /** Requests a file from the ring (SPEC 3.2). */
    record Request(FileNumber number) implements PeerCommand {}

    /**
     * Stores a local file on the ring (SPEC 8.1).
     *
     * @param path of the file; relative to the peer's working folder unless absolute
     */
    record Store(String path, FileNumber number) implements PeerCommand {}

    /** Leaves the ring and ends the process (SPEC 5.1). */
    record Quit() implements PeerCommand {}

    /** Sets the share of data segments of requested files to lose, 0 to 1. */
    record SetLoss(double loss) implements PeerCommand {
        public SetLoss {
            PeerSettings.DEFAULTS.withLoss(loss);
        }
    }

    /** Sets the ping interval in milliseconds. */
    record SetPingInterval(long pingIntervalMs) implements PeerCommand {
        public SetPingInterval {
            PeerSettings.DEFAULTS.withPingIntervalMs(pingIntervalMs);
        }
    }

    /** Sets the number of segments of one transfer under way at once, 1 to 256. */
    record SetWindow(int window) implements PeerCommand {
        public SetWindow {
            PeerSettings.DEFAULTS.withWindow(window);
        }
    }

    /** Sets the number of unanswered pings in a row after which a successor counts as dead. */
    record SetMisses(int misses) implements PeerCommand {
        public SetMisses {
            PeerSettings.DEFAULTS.withMisses(misses);
        }
    }

    /** Uses shortcuts from now on, or only successors (SPEC 3.6). */
    record SetShortcuts(boolean on) implements PeerCommand {}

    /** Discards the next data segment, or the next acknowledgement, of any transfer. */
    record DropNext(Droppable what) implements PeerCommand {}

    /** The kinds of datagram that {@link DropNext} can discard. */
    enum Droppable {
        SEGMENT,
        ACKNOWLEDGEMENT
    }

    /** Stops sending to one peer, as if the link to it were cut. */
    record CutLink(PeerId to) implements PeerCommand {}

    /** Resumes sending to that peer. */
    record MendLink(PeerId to) implements PeerCommand {}

    /** Reports every segment of every transfer from now on, or only the notable ones. */
    record ReportSegments(boolean on) implements PeerCommand {}

    /** Reports every message from now on, byte by byte, or none any more (SPEC 9.7). */
    record Capture(boolean on) implements PeerCommand {}
}
