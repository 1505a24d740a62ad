package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.status.LifeEvent;
import ringside.status.TransferPurpose;

/** How a file becomes one that this peer holds for the ring (SPEC 8). */
final class Keeping implements Receiving.Arrivals {

    /** What becomes of a file that was stored at its owner. */
    interface Outcome {
        /**
         * It is on disk.
         *
         * @param holders how many peers have it, the owner counted
         */
        void kept(StoredFile file, int holders);

        /** It cannot be read, or not be written. */
        void unavailable(String reason);

        /** Not now. */
        void failed(String reason);
    }

    private final Surroundings at;
    private final Neighbourhood neighbourhood;
    private final HeldFiles held;
    private final Receiving receiving;
    private final Replicating replicating;
    private final Settling settling;
    private final Mending mending;
    private final Sending sending;

    /** Copies into the own store that the disk is making, by handle. */
    private final TreeMap<Long, OwnCopy> copies = new TreeMap<>();

    private record OwnCopy(FileNumber number, Outcome outcome) {}

    Keeping(
            Surroundings at,
            Neighbourhood neighbourhood,
            HeldFiles held,
            Receiving receiving,
            Replicating replicating,
            Settling settling,
            Mending mending,
            Sending sending) {
        this.at = at;
        this.neighbourhood = neighbourhood;
        this.held = held;
        this.receiving = receiving;
        this.replicating = replicating;
        this.settling = settling;
        this.mending = mending;
        this.sending = sending;
    }

    // -- from this machine

    void keepOwn(FileSource.Path source, Outcome outcome) {
        if (receiving.isTaking(source.number()) || isCopying(source.number())) {
            outcome.failed("another " + source.number() + " is just coming in");
            return;
        }
        long handle = at.newHandle();
        copies.put(handle, new OwnCopy(source.number(), outcome));
        at.file(
                new FileEffect.Copy(
                        handle, source, FilePlace.HELD, held.versionForStore(source.number(), 0)));
    }

    boolean hasHandle(long handle) {
        return copies.containsKey(handle);
    }

    void onFinished(FileInput.Finished finished) {
        OwnCopy copy = copies.remove(finished.handle());
        if (copy != null) {
            held.put(finished.file());
            mending.onArrived(finished.file(), at.self);
            replicating.spread(
                    finished.file(), holders -> copy.outcome().kept(finished.file(), holders));
        }
    }

    void onFileFailed(FileInput.Failed failed) {
        OwnCopy copy = copies.remove(failed.handle());
        if (copy != null) {
            copy.outcome().unavailable(failed.reason());
        }
    }

    /** Whether a file is just becoming one that this peer holds. */
    boolean isTakingAny() {
        return receiving.isTakingAny() || !copies.isEmpty();
    }

    private boolean isCopying(FileNumber number) {
        return copies.values().stream().anyMatch(copy -> copy.number().equals(number));
    }

    // -- from other peers

    /** Which files of an inventory are not here; these will be offered (SPEC 8.2). */
    List<FileNumber> onInventory(Message.Inventory inventory) {
        List<FileNumber> lacking = new ArrayList<>();
        for (StoredFile file : inventory.files()) {
            if (!held.hasAsNewAs(file)) {
                lacking.add(file.name().number());
            }
        }
        settling.onInventory(inventory, lacking);
        return lacking;
    }

    /** Somebody's file is damaged: it gets the one of this peer, if there is one. */
    Message.Reply onCopyWanted(Message.CopyWanted wanted) {
        FileNumber number = wanted.number();
        if (!held.has(number)) {
            return new Message.Refused("peer " + at.self + " has no copy of " + number);
        }
        sending.send(
                new FileSource.Held(number),
                wanted.from(),
                TransferPurpose.COPY,
                0,
                new Errand() {
                    @Override
                    public void unavailable(String reason) {}

                    @Override
                    public void delivered(StoredFile file) {}

                    @Override
                    public void failed(String reason) {}
                });
        return new Message.Accepted();
    }

    /** What is stored now is newer than all that is here, whatever the clocks say. */
    @Override
    public long versionOf(Message.Offer offer) {
        long honest = offer.stored().notFarAheadOf(at.epochMs()).versionMs();
        return offer.purpose() == TransferPurpose.STORE
                ? held.versionForStore(offer.file().number(), honest)
                : honest;
    }

    @Override
    public @Nullable String objection(Message.Offer offer) {
        FileNumber number = offer.file().number();
        if (offer.purpose() != TransferPurpose.STORE && held.hasAsNewAs(offer.stored())) {
            return "it has " + number + " as new as that already";
        }
        return receiving.isTaking(number) || isCopying(number)
                ? "another " + number + " is just coming in"
                : null;
    }

    @Override
    public void arrived(Message.Offer offer, StoredFile file, String path) {
        at.print("File " + file.name().number() + " is now stored here.");
        held.put(file);
        mending.onArrived(file, offer.from());
        settling.onOver(file.name().number());
        if (offer.purpose() == TransferPurpose.STORE) {
            replicating.spread(file, holders -> tellWriter(offer, holders));
        } else if (neighbourhood.owns(file.name().number().hash())) {
            replicating.onChanged();
        }
    }

    private void tellWriter(Message.Offer offer, int holders) {
        at.ask(
                offer.from(),
                new Message.Kept(at.self, offer.lookupId(), holders),
                new Purpose.KeptTold(offer.lookupId()));
    }

    @Override
    public void missed(Message.Offer offer, String reason) {
        settling.onOver(offer.file().number());
        at.report(
                new LifeEvent.ActionFailed(
                        "take " + offer.file().number() + " from " + offer.from(), reason));
    }
}
