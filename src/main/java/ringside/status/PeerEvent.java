package ringside.status;

import static java.util.Objects.requireNonNull;

import java.util.List;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/** What a peer itself reports (SPEC 9.1). */
public sealed interface PeerEvent extends StatusEvent {

    // -- the peer itself

    /**
     * First line on the status channel.
     *
     * @param version of the channel's language, see {@link #VERSION}
     * @param processId of the peer's process, 0 in a simulation
     * @param port the UDP and TCP port it listens on
     */
    record Hello(int version, long processId, int port, PeerSettings settings)
            implements PeerEvent {
        /** The version that this program speaks. */
        public static final int VERSION = 1;

        public Hello {
            requireNonNull(settings, "settings");
        }
    }

    /** It looks for its place through a known peer (SPEC 7.1). */
    record Joining(PeerId known) implements PeerEvent {
        public Joining {
            requireNonNull(known, "known");
        }
    }

    /** It is a member of the ring from now on. */
    record Running() implements PeerEvent {}

    /** It was told to leave, and hands its files over first (SPEC 5.1). */
    record Leaving(int filesToHandOver) implements PeerEvent {}

    /** It has told its neighbours and ends now. */
    record Left() implements PeerEvent {}

    /** The settings that hold from now on. */
    record SettingsChanged(PeerSettings settings) implements PeerEvent {
        public SettingsChanged {
            requireNonNull(settings, "settings");
        }
    }

    /** A line for the peer's terminal, without the line break. */
    record TerminalLine(String text) implements PeerEvent {
        public TerminalLine {
            requireNonNull(text, "text");
        }
    }

    /**
     * Something that the peer was told to do, or did by itself, did not work out.
     *
     * @param action what it was about, as one would type it
     * @param reason one plain sentence: what went wrong and what to do
     */
    record ActionFailed(String action, String reason) implements PeerEvent {
        public ActionFailed {
            requireNonNull(action, "action");
            requireNonNull(reason, "reason");
        }
    }

    /** An invariant of the peer's own broke; it ends with this line (a bug of ours). */
    record Crashed(String reason) implements PeerEvent {
        public Crashed {
            requireNonNull(reason, "reason");
        }
    }

    /** How many events were left out since the last such line because the channel was full. */
    record EventsLeftOut(long count) implements PeerEvent {}

    /**
     * Counters since the start, each 5 s.
     *
     * @param badDatagrams datagrams that were no message of ours, or came from the wrong port
     * @param badFrames connections that carried no message of ours
     * @param connectionsRefused connections over the limit
     * @param heapBytes memory in use of the Java heap
     */
    record Statistics(
            long datagramsReceived,
            long datagramsSent,
            long messagesReceived,
            long messagesSent,
            long badDatagrams,
            long badFrames,
            long connectionsRefused,
            long heapBytes)
            implements PeerEvent {}

    // -- neighbours and pings

    /**
     * The neighbours as they are from now on, whole.
     *
     * @param successors nearest first, without the peer itself, at most the length of its list
     * @param predecessors nearest first, at most two
     */
    record NeighboursChanged(
            List<PeerId> successors, List<PeerId> predecessors, NeighboursCause cause)
            implements PeerEvent {
        public NeighboursChanged {
            successors = List.copyOf(successors);
            predecessors = List.copyOf(predecessors);
            requireNonNull(cause, "cause");
        }
    }

    /** A ping went out; the sequence number starts at 0 with a fresh target (SPEC 2.1). */
    record PingSent(PeerId target, long sequence, SuccessorRole role) implements PeerEvent {
        public PingSent {
            requireNonNull(target, "target");
            requireNonNull(role, "role");
        }
    }

    /** Its reply came in time, after {@code roundTripMicros}. */
    record PingAnswered(PeerId target, long sequence, long roundTripMicros)
            implements PeerEvent {
        public PingAnswered {
            requireNonNull(target, "target");
        }
    }

    /** Its reply did not come in time: {@code missed} in a row now, of {@code limit} (SPEC 2.3). */
    record PingMissed(PeerId target, long sequence, int missed, int limit) implements PeerEvent {
        public PingMissed {
            requireNonNull(target, "target");
        }
    }

    /** The first miss in a row. */
    record PeerSuspected(PeerId target) implements PeerEvent {
        public PeerSuspected {
            requireNonNull(target, "target");
        }
    }

    /** A suspected peer answered, after {@code missed} misses. */
    record PeerTrusted(PeerId target, int missed) implements PeerEvent {
        public PeerTrusted {
            requireNonNull(target, "target");
        }
    }

    /** A successor was declared dead after {@code missed} misses in a row (SPEC 2.3, 6.1). */
    record PeerDead(PeerId target, int missed) implements PeerEvent {
        public PeerDead {
            requireNonNull(target, "target");
        }
    }

    /** A neighbour said that it leaves (SPEC 5.2). */
    record NeighbourLeft(PeerId neighbour) implements PeerEvent {
        public NeighbourLeft {
            requireNonNull(neighbour, "neighbour");
        }
    }

    // -- looking for an owner

    /**
     * The requester sent a lookup to its first reachable successor.
     *
     * @param attempt 1 to 3 (SPEC 3.2)
     */
    record LookupSent(
            long lookupId, LookupPurpose purpose, FileNumber number, PeerId to, int attempt)
            implements PeerEvent {
        public LookupSent {
            requireNonNull(purpose, "purpose");
            requireNonNull(number, "number");
            requireNonNull(to, "to");
        }
    }

    /**
     * A peer that does not own the hash passed the lookup on.
     *
     * @param hop how many peers it had reached when this one got it, 1 for the first
     * @param meant whether it was marked as meant for {@code to}, which must own it
     */
    record LookupForwarded(
            long lookupId, FileNumber number, PeerId requester, int hop, PeerId to, boolean meant)
            implements PeerEvent {
        public LookupForwarded {
            requireNonNull(number, "number");
            requireNonNull(requester, "requester");
            requireNonNull(to, "to");
        }
    }

    /** A hop could not be reached and was passed by (SPEC 3.2). */
    record LookupPassedBy(long lookupId, FileNumber number, PeerId unreachable)
            implements PeerEvent {
        public LookupPassedBy {
            requireNonNull(number, "number");
            requireNonNull(unreachable, "unreachable");
        }
    }

    /**
     * The owner got the lookup.
     *
     * @param held whether it has the file
     */
    record LookupArrived(
            long lookupId,
            LookupPurpose purpose,
            FileNumber number,
            PeerId requester,
            int hop,
            boolean held)
            implements PeerEvent {
        public LookupArrived {
            requireNonNull(purpose, "purpose");
            requireNonNull(number, "number");
            requireNonNull(requester, "requester");
        }
    }

    /** The requester heard of the owner. */
    record LookupAnswered(
            long lookupId, LookupPurpose purpose, FileNumber number, PeerId owner, boolean held)
            implements PeerEvent {
        public LookupAnswered {
            requireNonNull(purpose, "purpose");
            requireNonNull(number, "number");
            requireNonNull(owner, "owner");
        }
    }

    /** The requester gave up; the reason is one plain sentence. */
    record LookupFailed(long lookupId, LookupPurpose purpose, FileNumber number, String reason)
            implements PeerEvent {
        public LookupFailed {
            requireNonNull(purpose, "purpose");
            requireNonNull(number, "number");
            requireNonNull(reason, "reason");
        }
    }

    // -- files and transfers

    /** The files held for the ring, whole, sorted by name. */
    record FilesHeld(List<HeldFile> files) implements PeerEvent {
        public FilesHeld {
            files = List.copyOf(files);
        }
    }

    /** A file that the peer asked for lies complete in its folder, at {@code path}. */
    record FileReceived(FileName file, long bytes, PeerId from, String path) implements PeerEvent {
        public FileReceived {
            requireNonNull(file, "file");
            requireNonNull(from, "from");
            requireNonNull(path, "path");
        }
    }

    /** The owner has the file on disk; {@code holders} counts it and its copies (SPEC 8.1). */
    record FileStored(FileName file, PeerId owner, int holders) implements PeerEvent {
        public FileStored {
            requireNonNull(file, "file");
            requireNonNull(owner, "owner");
        }
    }

    /**
     * One side of a transfer began; both sides report, with the same id.
     *
     * @param transferId drawn by the sender, unique with it
     * @param sending whether the reporting peer is the sender
     * @param other the peer at the other side
     * @param bytes the size of the file
     * @param mss the largest segment in bytes
     * @param loss the simulated loss that applies, 0 to 1; 0 at the receiver
     */
    record TransferStarted(
            long transferId,
            boolean sending,
            PeerId other,
            FileName file,
            long bytes,
            int mss,
            double loss,
            TransferPurpose purpose)
            implements PeerEvent {
        public TransferStarted {
            requireNonNull(other, "other");
            requireNonNull(file, "file");
            requireNonNull(purpose, "purpose");
        }
    }

    /**
     * How far one side is, at most 20 times a second.
     *
     * @param bytes acknowledged at the sender, written at the receiver
     * @param segments data segments sent or received so far, with the repeated ones
     * @param retransmissions segments sent again, or duplicates received
     */
    record TransferProgress(
            long transferId, boolean sending, long bytes, long segments, long retransmissions)
            implements PeerEvent {}

    /** One step of one segment; all of them only while segment events are on. */
    record SegmentTraced(
            long transferId,
            SegmentStep step,
            PeerId other,
            long sequence,
            int length,
            long acknowledgement)
            implements PeerEvent {
        public SegmentTraced {
            requireNonNull(step, "step");
            requireNonNull(other, "other");
        }
    }

    /** One side is done: all acknowledged at the sender, renamed and checked at the receiver. */
    record TransferDone(
            long transferId, boolean sending, long bytes, long segments, long retransmissions)
            implements PeerEvent {}

    /** One side gave up; the reason is one plain sentence. */
    record TransferFailed(long transferId, boolean sending, String reason) implements PeerEvent {
        public TransferFailed {
            requireNonNull(reason, "reason");
        }
    }
}
