package ringside.peer;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.PeerSettings;
import ringside.status.TransferPurpose;

/**
 * Everything that peers say to one another. The bytes are {@code ringside.wire}'s; the page {@code
 * protocol.md} has the layout of every field. Ids of lookups and transfers are 32 bits, unsigned.
 */
public sealed interface Message permits Datagram, Message.Question, Message.Reply {

    /** Largest id of a lookup or transfer. */
    long MAX_ID = 0xFFFF_FFFFL;

    /** Messages that open a TCP exchange. Each names its sender and gets exactly one reply. */
    sealed interface Question extends Message {
        /** Who asks. */
        PeerId from();
    }

    /** Messages that close a TCP exchange. */
    sealed interface Reply extends Message {}

    // -- transfer (SPEC 4)

    /**
     * Will you take this file?
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
            implements Question {
        public Offer {
            requireNonNull(from, "from");
            requireNonNull(purpose, "purpose");
            requireNonNull(file, "file");
            Limits.requireId(transferId);
            Limits.requireId(lookupId);
            Limits.requireNotNegative(bytes, "bytes");
            Limits.requireNotNegative(versionMs, "version");
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

        /** What is offered. */
        StoredFile stored() {
            return new StoredFile(file, bytes, versionMs, sha256);
        }
    }

    /**
     * Send it; the answer to an offer.
     *
     * @param offset how many bytes are here already: begin after them
     * @param room how many bytes may be under way at once; at least one segment may be
     */
    record Welcome(long offset, int room) implements Reply {
        public Welcome {
            Limits.requireNotNegative(offset, "offset");
            Limits.requireNotNegative(room, "room");
        }

        /** How many segments may be under way; both sides count alike, from what was offered. */
        int segments(int mss, int window) {
            return Math.clamp(room / mss, 1, window);
        }
    }

    /** I have heard nothing for a while. Is this transfer of yours still under way? */
    record StillSending(PeerId from, long transferId) implements Question {
        public StillSending {
            requireNonNull(from, "from");
            Limits.requireId(transferId);
        }
    }

    /**
     * The transfer is over at my side.
     *
     * @param failure one sentence, or null when the file is whole and in its place
     */
    record TransferOver(PeerId from, long transferId, @Nullable String failure)
            implements Question {
        public TransferOver {
            requireNonNull(from, "from");
            Limits.requireId(transferId);
        }
    }

    // -- neighbours (SPEC 5, 6, 7)

    /** Who are your neighbours? */
    record NeighboursWanted(PeerId from) implements Question {
        public NeighboursWanted {
            requireNonNull(from, "from");
        }
    }

    /** My predecessors as far as I know them, and my successors; nearest first. */
    record Neighbours(List<PeerId> predecessors, List<PeerId> successors) implements Reply {
        public Neighbours {
            predecessors = Limits.listOfPeers(predecessors);
            successors = Limits.listOfPeers(successors);
        }
    }

    /** I leave the ring. Continue with these; nearest first. */
    record Departure(PeerId from, List<PeerId> predecessors, List<PeerId> successors)
            implements Question {
        public Departure {
            requireNonNull(from, "from");
            predecessors = Limits.listOfPeers(predecessors);
            successors = Limits.listOfPeers(successors);
        }
    }

    // -- looking for an owner (SPEC 3.2, 8.1)

    /**
     * Who owns this file number? Goes from successor to successor.
     *
     * @param from the peer that passes it on
     * @param hop 1 at the requester's successor, at most {@value PeerId#CIRCLE_SIZE}
     * @param meant whether the sender knows that the hash lies in (itself, receiver], or that the
     *     receiver may have a copy
     * @param copy 0 on the way to the owner; then how many peers without the file came before the
     *     receiver, the owner first (SPEC 8.5)
     */
    record Lookup(
            PeerId from,
            long lookupId,
            LookupPurpose purpose,
            FileNumber number,
            PeerId requester,
            int hop,
            boolean meant,
            int copy)
            implements Question {
        public Lookup {
            requireNonNull(from, "from");
            requireNonNull(purpose, "purpose");
            requireNonNull(number, "number");
            requireNonNull(requester, "requester");
            Limits.requireId(lookupId);
            if (hop < 1 || hop > PeerId.CIRCLE_SIZE) {
                throw new IllegalArgumentException("hop out of range");
            }
            if (copy < 0 || copy > PeerSettings.MAX_COPIES) {
                throw new IllegalArgumentException("copy out of range");
            }
        }
    }

    /**
     * I own it. The answer to a store, which tells nothing of the file; to a request, either that
     * no holder has the file, or that it is here and is being read: an offer follows.
     *
     * @param held whether an offer follows
     */
    record OwnerFound(PeerId from, long lookupId, boolean held) implements Question {
        public OwnerFound {
            requireNonNull(from, "from");
            Limits.requireId(lookupId);
        }
    }

    // -- files that are held by several (SPEC 8)

    /**
     * You should hold these; which of them do you lack?
     *
     * @param files at most {@value #MAX_FILES}
     * @param last whether no more of them follow in another message
     */
    record Inventory(PeerId from, List<StoredFile> files, boolean last) implements Question {

        /** So many still fit a frame, with the longest names. */
        public static final int MAX_FILES = 128;

        public Inventory {
            requireNonNull(from, "from");
            files = List.copyOf(files);
            if (files.size() > MAX_FILES) {
                throw new IllegalArgumentException("more files than a message may list");
            }
        }
    }

    /**
     * These are not here, or only older than you have them.
     *
     * @param copied whether all that I own lies also with those that keep copies, as far as I know
     */
    record Lacking(List<FileNumber> numbers, boolean copied) implements Reply {
        public Lacking {
            numbers = List.copyOf(numbers);
        }
    }

    /** Mine is damaged: send me your copy of this file. */
    record CopyWanted(PeerId from, FileNumber number) implements Question {
        public CopyWanted {
            requireNonNull(from, "from");
            requireNonNull(number, "number");
        }
    }

    /**
     * The file that you stored is on disk here and at every successor that could be reached.
     *
     * @param holders how many peers have it, this one counted
     */
    record Kept(PeerId from, long lookupId, int holders) implements Question {
        public Kept {
            requireNonNull(from, "from");
            Limits.requireId(lookupId);
            Limits.requireNotNegative(holders, "holders");
        }
    }

    // -- replies

    /** Taken. */
    record Accepted() implements Reply {}

    /** Not taken, for a reason of one sentence. */
    record Refused(String reason) implements Reply {
        public Refused {
            requireNonNull(reason, "reason");
        }
    }
}
