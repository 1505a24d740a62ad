package ringside.peer;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupPurpose;
import ringside.status.TransferPurpose;

/**
 * What the user's {@code store} does at the peer where it was typed, and how a file becomes one that
 * is held for the ring (SPEC 8.1).
 */
final class Storing implements Receiving.Arrivals {

    private final Surroundings at;
    private final Neighbourhood neighbourhood;
    private final HeldFiles held;
    private final Lookups lookups;
    private final Sending sending;

    /** Copies into the own store that the disk is making, by handle. */
    private final TreeMap<Long, FileSource.Path> copies = new TreeMap<>();

    Storing(
            Surroundings at,
            Neighbourhood neighbourhood,
            HeldFiles held,
            Lookups lookups,
            Sending sending) {
        this.at = at;
        this.neighbourhood = neighbourhood;
        this.held = held;
        this.lookups = lookups;
        this.sending = sending;
    }

    // -- at the writer

    void store(FileSource.Path source) {
        if (neighbourhood.owns(source.number().hash())) {
            long handle = at.newHandle();
            copies.put(handle, source);
            at.file(new FileEffect.Copy(handle, source, FilePlace.HELD));
        } else {
            lookups.start(LookupPurpose.STORE, source.number(), new ToOwner(source));
        }
    }

    boolean hasHandle(long handle) {
        return copies.containsKey(handle);
    }

    void onFinished(FileInput.Finished finished) {
        copies.remove(finished.handle());
        held.put(finished.file());
        stored(finished.file(), at.self);
    }

    void onFileFailed(FileInput.Failed failed) {
        FileSource.Path source = copies.remove(failed.handle());
        if (source != null) {
            fail(source, failed.reason());
        }
    }

    // -- at the owner

    /** Why a file is not welcome here, or null when it is. */
    @Nullable String objection(Message.Offer offer) {
        FileNumber number = offer.file().number();
        return held.hasNewerThan(number, offer.versionMs())
                ? "it has " + number + " as new as that already"
                : null;
    }

    @Override
    public void arrived(Message.Offer offer, StoredFile file, String path) {
        at.print("File " + file.name().number() + " is now stored here.");
        held.put(file);
    }

    @Override
    public void missed(Message.Offer offer, String reason) {
        at.report(
                new LifeEvent.ActionFailed(
                        "take " + offer.file().number() + " from " + offer.from(), reason));
    }

    // -- the outcome

    private void stored(StoredFile file, PeerId owner) {
        at.print("File " + file.name().number() + " is stored at peer " + owner + ".");
        at.report(new FileEvent.FileStored(file.name(), owner, 1));
    }

    private void fail(FileSource.Path source, String reason) {
        at.print("File " + source.number() + " was not stored: " + reason + ".");
        at.report(
                new LifeEvent.ActionFailed(
                        "store " + source.path() + " as " + source.number() + " at " + at.self,
                        reason));
    }

    private final class ToOwner implements Lookups.Outcome {

        private final FileSource.Path source;

        ToOwner(FileSource.Path source) {
            this.source = source;
        }

        @Override
        public void owner(PeerId owner, boolean isHeld) {
            sending.send(source, owner, TransferPurpose.STORE, 0, new Delivery(source, owner));
        }

        @Override
        public void failed(String reason) {
            fail(source, reason);
        }
    }

    private final class Delivery implements Errand {

        private final FileSource.Path source;
        private final PeerId owner;

        Delivery(FileSource.Path source, PeerId owner) {
            this.source = source;
            this.owner = owner;
        }

        @Override
        public void unavailable(String reason) {
            fail(source, reason);
        }

        @Override
        public void delivered(StoredFile file) {
            stored(file, owner);
        }

        @Override
        public void failed(String reason) {
            fail(source, reason);
        }
    }
}
