package ringside.status;

import static java.util.Objects.requireNonNull;

import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/** What one peer can be told to do, in its terminal or over the status channel (SPEC 9.1). */
public sealed interface PeerCommand {

    /** Ask the ring for a file (SPEC 3.2). */
    record Request(FileNumber number) implements PeerCommand {
        public Request {
            requireNonNull(number, "number");
        }
    }

    /**
     * Put a file of this machine on the ring (SPEC 8.1).
     *
     * @param path where it lies; relative to the peer's working folder unless absolute
     */
    record Store(String path, FileNumber number) implements PeerCommand {
        public Store {
            requireNonNull(path, "path");
            requireNonNull(number, "number");
        }
    }

    /** Leave the ring and end (SPEC 5.1). */
    record Quit() implements PeerCommand {}

    /** Lose this share of the data segments of requested files, 0 to 1, from now on. */
    record SetLoss(double loss) implements PeerCommand {
        public SetLoss {
            PeerSettings.DEFAULTS.withLoss(loss);
        }
    }

    /** Ping this often from now on. */
    record SetPingInterval(long pingIntervalMs) implements PeerCommand {
        public SetPingInterval {
            PeerSettings.DEFAULTS.withPingIntervalMs(pingIntervalMs);
        }
    }

    /** Have this many segments of one transfer under way at once, 1 to 256, from now on. */
    record SetWindow(int window) implements PeerCommand {
        public SetWindow {
            PeerSettings.DEFAULTS.withWindow(window);
        }
    }

    /** Take a successor for dead after this many unanswered pings in a row, from now on. */
    record SetMisses(int misses) implements PeerCommand {
        public SetMisses {
            PeerSettings.DEFAULTS.withMisses(misses);
        }
    }

    /** Throw the next data segment, or the next acknowledgement, of any transfer away. */
    record DropNext(Droppable what) implements PeerCommand {
        public DropNext {
            requireNonNull(what, "what");
        }
    }

    /** What of a transfer can be thrown away on purpose. */
    enum Droppable {
        SEGMENT,
        ACKNOWLEDGEMENT
    }

    /** Send nothing to one peer any more, as if the line to it were cut. */
    record CutLine(PeerId to) implements PeerCommand {
        public CutLine {
            requireNonNull(to, "to");
        }
    }

    /** Send to that peer again. */
    record MendLine(PeerId to) implements PeerCommand {
        public MendLine {
            requireNonNull(to, "to");
        }
    }

    /** Report every segment of every transfer from now on, or only the notable ones. */
    record ReportSegments(boolean on) implements PeerCommand {}
}
