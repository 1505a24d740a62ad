package ringside.peer;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupPurpose;

/** Handles the user's {@code request} at the peer where it was typed (SPEC 3.2, 3.3). */
final class FileRequests implements Downloads.Arrivals {

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final HeldFiles held;
    private final Lookups lookups;

    /** Maximum number of retries of a request whose transfer broke off (SPEC 8.5). */
    private static final int MAX_TRIES = 5;

    /** Pause before a retry; by then, a dead owner is often declared dead or replaced. */
    private static final long PAUSE_MS = 1_000;

    /** Copies that the disk is making from the store, by handle. */
    private final TreeMap<FileHandle, FileNumber> copies = new TreeMap<>();

    /** Number of broken transfers of each requested file. */
    private final TreeMap<FileNumber, Integer> brokenOff = new TreeMap<>();

    FileRequests(
            PeerContext context, Neighbourhood neighbourhood, HeldFiles held, Lookups lookups) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.held = held;
        this.lookups = lookups;
    }

    void request(FileNumber number) {
        brokenOff.remove(number);
        find(number);
    }

    void onAgain(Timer.RequestAgain due) {
        if (brokenOff.containsKey(due.number())) {
            find(due.number());
        }
    }

    private void find(FileNumber number) {
        if (held.has(number)) {
            copyOut(new FileEffect.Source.Held(number), number);
        } else if (neighbourhood.owns(number)) {
            copyOut(new FileEffect.Source.Anywhere(number), number);
        } else {
            lookups.start(LookupPurpose.REQUEST, number, new Answer(number));
        }
    }

    private void copyOut(FileEffect.Source source, FileNumber number) {
        FileHandle handle = context.newHandle(FilePurpose.COPY_FOR_USER);
        copies.put(handle, number);
        context.file(new FileEffect.Copy(handle, source, FileEffect.Destination.RECEIVED, 0));
    }

    void onFinished(FileInput.Finished finished) {
        FileNumber number = copies.remove(finished.handle());
        if (number == null) {
            return;
        }
        context.print("File " + number + " is stored here: it is served from my own store.");
        context.report(
                new FileEvent.FileReceived(
                        finished.file().name(),
                        finished.file().bytes(),
                        context.self,
                        finished.path()));
    }

    void onFileFailed(FileInput.Failed failed) {
        FileNumber number = copies.remove(failed.handle());
        if (number != null) {
            fail(number, "I own it, and " + failed.reason());
        }
    }

    /** Schedules a retry: by then the damaged copy is repaired, or another peer is asked. */
    void onDamaged(FileInput.Damaged damaged) {
        FileNumber number = copies.remove(damaged.handle());
        if (number != null) {
            brokenOff.merge(number, 1, Integer::sum);
            context.callLaterMs(new Timer.RequestAgain(number), PAUSE_MS);
        }
    }

    /**
     * Handles a request that came back to this peer: it has become the owner meanwhile, or is the
     * last possible holder of a copy.
     */
    void onReturned(Message.Lookup lookup) {
        FileNumber number = lookup.number();
        if (!lookups.awaits(lookup.lookupId(), number)) {
            return;
        }
        boolean mayBeHere = held.has(number) || neighbourhood.owns(number);
        lookups.onOwnerFound(context.self, lookup.lookupId(), mayBeHere);
        if (mayBeHere) {
            copyOut(new FileEffect.Source.Anywhere(number), number);
        }
    }

    /** Accepts an offer while its request is open. */
    @Override
    public @Nullable String objection(Message.Offer offer) {
        return lookups.awaits(offer.lookupId(), offer.file().number())
                ? null
                : "peer " + context.self + " does not wait for it";
    }

    @Override
    public void taken(Message.Offer offer) {
        lookups.onOwnerFound(offer.from(), offer.lookupId(), true);
    }

    @Override
    public long versionOf(Message.Offer offer) {
        return offer.stored().notFarAheadOf(context.epochMs()).versionMs();
    }

    @Override
    public void arrived(Message.Offer offer, StoredFile file, String path) {
        brokenOff.remove(file.name().number());
        context.report(new FileEvent.FileReceived(file.name(), file.bytes(), offer.from(), path));
    }

    /**
     * Retries: the sender is gone or could not continue, but the next holder may have the file
     * (SPEC 8.5).
     */
    @Override
    public void missed(Message.Offer offer, String reason) {
        FileNumber number = offer.file().number();
        if (brokenOff.merge(number, 1, Integer::sum) > MAX_TRIES) {
            fail(number, reason);
            return;
        }
        context.print(
                "File " + number + " did not come whole: " + reason + ". I ask for it again.");
        context.callLaterMs(new Timer.RequestAgain(number), PAUSE_MS);
    }

    private void fail(FileNumber number, String reason) {
        brokenOff.remove(number);
        context.print("File " + number + " was not received: " + reason + ".");
        context.report(
                new LifeEvent.ActionFailed("request " + number + " from " + context.self, reason));
    }

    private final class Answer implements Lookups.Listener {

        private final FileNumber number;

        Answer(FileNumber number) {
            this.number = number;
        }

        @Override
        public void owner(PeerId owner, long lookupId, boolean isHeld) {
            if (!isHeld) {
                fail(number, "neither its owner nor the peers with copies have it");
            }
        }

        @Override
        public void failed(String reason) {
            fail(number, reason);
        }
    }
}
