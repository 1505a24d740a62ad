package ringside.peer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.PeerSettings;
import ringside.status.TransferPurpose;

/**
 * A message between peers. Package {@code ringside.wire} encodes it; the page {@code protocol.md}
 * describes the layout of every field. Ids of lookups and transfers are 32-bit unsigned.
 */
public sealed interface Message permits Datagram, Message.Control {

    /** Largest id of a lookup or transfer. */
    long MAX_ID = 0xFFFF_FFFFL;

    /** Largest size, offset, version, or sequence number of a ping: sums of them fit a long. */
    long MAX_NUMBER = 999_999_999_999_999_999L;

    /** A message that is readable text; the others carry parts of files and acknowledge them. */
    sealed interface Control extends Message
            permits Question, Reply, Datagram.Ping, Datagram.PingReply {}

    /**
     * A message that opens a TCP exchange. It names its sender and gets exactly one reply.
     *
     * @param <R> the reply that it expects; {@link Refused} may come for any
     */
    sealed interface Question<R> extends Control {
        /** Returns the sender. */
        PeerId from();
    }

    /** A message that closes a TCP exchange. */
    sealed interface Reply extends Control {}

    /** A reply to an {@link Offer}. */
    sealed interface OfferReply permits Welcome, Refused {}

    /** A reply to an {@link Inventory}. */
    sealed interface InventoryReply permits Lacking, Refused {}

    /** A reply to {@link StillSending}. */
    sealed interface SendingReply permits Accepted, Refused {}

    // -- transfer (SPEC 4)

    /**
     * Offers a file.
     *
     * @param lookupId the request or store that this answers; 0 for a copy or a handover
     * @param bytes the size of the file
     * @param sha256 its digest, 64 lower-case hexadecimal digits
     * @param versionMs when it was put on the ring, in ms since the Unix epoch: the newest wins
     * @param window segments under way at once; 1 is stop-and-wait
     */
    record Offer(
            PeerId from,
            long transferId,
            TransferPurpose purpose,
            long lookupId,
            FileName file,
            long bytes,
            String sha256,
            long versionMs,
            int mss,
            int window)
            implements Question<OfferReply> {
        public Offer {
            Limits.requireId(transferId);
            Limits.requireId(lookupId);
            Limits.requireNumber(bytes, "bytes");
            Limits.requireNumber(versionMs, "version");
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("not a SHA-256 digest");
            }
            if (mss < 1 || mss > PeerSettings.MAX_MSS) {
                throw new IllegalArgumentException("MSS out of range");
            }
            if (window < 1 || window > PeerSettings.MAX_WINDOW) {
                throw new IllegalArgumentException("window out of range");
            }
        }

        /** Returns the offered file. */
        StoredFile stored() {
            return new StoredFile(file, bytes, sha256, versionMs);
        }
    }

    /**
     * Accepts an offer.
     *
     * @param offset number of bytes that the receiver already has, where sending starts
     * @param room most bytes that may be under way at once; one segment always may be
     */
    record Welcome(long offset, int room) implements Reply, OfferReply {
        public Welcome {
            Limits.requireNumber(offset, "offset");
            Limits.requireNumber(room, "room");
        }

        /**
         * Returns the number of segments that may be under way; both sides compute it alike, from
         * the offer.
         */
        int segments(int mss, int window) {
            return Math.clamp(room / mss, 1, window);
        }
    }

    /** Asks a silent sender whether a transfer is still under way. */
    record StillSending(PeerId from, long transferId) implements Question<SendingReply> {
        public StillSending {
            Limits.requireId(transferId);
        }
    }

    /**
     * Announces that a transfer is over at the sender of this message.
     *
     * @param failure one sentence, or null when the file is complete and in place
     */
    record TransferOver(PeerId from, long transferId, @Nullable String failure)
            implements Question<Accepted> {
        public TransferOver {
            Limits.requireId(transferId);
        }
    }

    // -- neighbours (SPEC 5, 6, 7)

    /** Asks for the receiver's neighbours. */
    record NeighboursWanted(PeerId from) implements Question<Neighbours> {}

    /** The known predecessors and the successors of the sender; nearest first. */
    record Neighbours(List<PeerId> predecessors, List<PeerId> successors) implements Reply {
        public Neighbours {
            predecessors = Limits.listOfPeers(predecessors);
            successors = Limits.listOfPeers(successors);
        }
    }

    /** Announces that the sender leaves, and the neighbours to continue with; nearest first. */
    record Departure(PeerId from, List<PeerId> predecessors, List<PeerId> successors)
            implements Question<Accepted> {
        public Departure {
            predecessors = Limits.listOfPeers(predecessors);
            successors = Limits.listOfPeers(successors);
        }
    }

    // -- looking for an owner (SPEC 3.2, 8.1)

    /**
     * Looks for the owner of a file number, from successor to successor.
     *
     * @param from the peer that passes it on
     * @param hop 1 at the requester's successor, at most {@link Circle#mostHops()}
     * @param meant whether the sender knows that the hash lies in (sender, receiver], or that the
     *     receiver may have a copy
     * @param replica 0 on the way to the owner; afterwards how many holders, the owner first, were
     *     asked before the receiver and lack the file (SPEC 8.5)
     */
    record Lookup(
            PeerId from,
            long lookupId,
            LookupPurpose purpose,
            FileNumber number,
            PeerId requester,
            int hop,
            boolean meant,
            int replica)
            implements Question<Accepted> {
        public Lookup {
            Limits.requireId(lookupId);
            if (hop < 1 || hop > requester.circle().mostHops()) {
                throw new IllegalArgumentException("hop out of range");
            }
            if (replica < 0 || replica > PeerSettings.MAX_REPLICAS) {
                throw new IllegalArgumentException("replica out of range");
            }
        }
    }

    /**
     * Identifies the owner to the requester. It answers a store, whether or not the file exists; a
     * request for a file that no holder has; and a request for a file that is being read, whose
     * offer follows.
     *
     * @param held whether an offer follows
     */
    record OwnerFound(PeerId from, long lookupId, boolean held) implements Question<Accepted> {
        public OwnerFound {
            Limits.requireId(lookupId);
        }
    }

    // -- shortcuts (SPEC 3.6)

    /**
     * Looks for the first living peer at or after an id; travels like a {@link Lookup}.
     *
     * @param from the peer that passes it on
     * @param requester the peer whose shortcut it is to be
     * @param hop 1 from the requester, at most {@link Circle#mostHops()}
     * @param meant whether the sender knows that the id lies in (sender, receiver]
     */
    record SuccessorWanted(PeerId from, PeerId requester, PeerId start, int hop, boolean meant)
            implements Question<Accepted> {
        public SuccessorWanted {
            if (hop < 1 || hop > requester.circle().mostHops()) {
                throw new IllegalArgumentException("hop out of range");
            }
        }

        SuccessorWanted meantFor(PeerId receiver) {
            return new SuccessorWanted(from, requester, start, hop, start.isInArc(from, receiver));
        }

        SuccessorWanted passedOnBy(PeerId peer) {
            return new SuccessorWanted(peer, requester, start, hop + 1, false);
        }
    }

    /** Tells the requester that the sender is the first living peer at or after an id. */
    record SuccessorFound(PeerId from, PeerId start) implements Question<Accepted> {}

    // -- files that are held by several (SPEC 8)

    /**
     * Lists files that the receiver should hold, and asks which ones it lacks.
     *
     * @param files at most {@value #MAX_FILES}
     * @param last whether this is the last message of the list
     */
    record Inventory(PeerId from, List<StoredFile> files, boolean last)
            implements Question<InventoryReply> {

        /** Maximum number of files that fit a frame with the longest names. */
        public static final int MAX_FILES = 128;

        public Inventory {
            files = List.copyOf(files);
            if (files.size() > MAX_FILES) {
                throw new IllegalArgumentException("more files than a message may list");
            }
        }
    }

    /**
     * The listed files that the sender lacks, or has only in an older version.
     *
     * @param replicated whether, as far as the sender knows, all files that it owns have their
     *     copies
     */
    record Lacking(List<FileNumber> numbers, boolean replicated) implements Reply, InventoryReply {
        public Lacking {
            numbers = List.copyOf(numbers);
        }
    }

    /** Asks for the receiver's copy of a file, because the sender's own is damaged. */
    record ReplicaWanted(PeerId from, FileNumber number) implements Question<Accepted> {}

    /**
     * Tells the writer that its file is on disk at the owner and at every reachable successor that
     * keeps a copy.
     *
     * @param holders number of peers that have the file, including the sender
     */
    record Kept(PeerId from, long lookupId, int holders) implements Question<Accepted> {
        public Kept {
            Limits.requireId(lookupId);
            Limits.requireNumber(holders, "holders");
        }
    }

    // -- replies

    /** Accepts the question. */
    record Accepted() implements Reply, SendingReply {}

    /** Refuses the question, with a reason of one sentence. */
    record Refused(String reason) implements Reply, OfferReply, InventoryReply, SendingReply {}
}
