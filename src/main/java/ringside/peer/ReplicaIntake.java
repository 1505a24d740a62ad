package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.status.LifeEvent;
import ringside.status.TransferPurpose;

/**
 * Takes in the files that this peer holds for the ring: from this machine and from other peers
 * (SPEC 8).
 */
final class ReplicaIntake implements Downloads.Arrivals {

    /** Receives the outcome of storing a file at its owner. */
    interface Listener {
        /**
         * Called when the file is on disk.
         *
         * @param holders number of peers that have it, including the owner
         */
        void kept(StoredFile file, int holders);

        /** Called when the file cannot be read or written. */
        void unavailable(String reason);

        /** Called when the file cannot be stored now, but perhaps later. */
        void failed(String reason);
    }

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final HeldFiles held;
    private final Downloads downloads;
    private final Replicator replicator;
    private final InitialSync initialSync;
    private final DamageRepair damageRepair;
    private final Uploads uploads;

    /** Copies that the disk is making into the store, by handle. */
    private final TreeMap<FileHandle, OwnCopy> copies = new TreeMap<>();

    private record OwnCopy(FileNumber number, Listener listener) {}

    ReplicaIntake(
            PeerContext context,
            Neighbourhood neighbourhood,
            HeldFiles held,
            Downloads downloads,
            Replicator replicator,
            InitialSync initialSync,
            DamageRepair damageRepair,
            Uploads uploads) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.held = held;
        this.downloads = downloads;
        this.replicator = replicator;
        this.initialSync = initialSync;
        this.damageRepair = damageRepair;
        this.uploads = uploads;
    }

    // -- from this machine

    void keepOwn(FileEffect.Source.Path source, Listener listener) {
        if (downloads.isTaking(source.number()) || isCopying(source.number())) {
            listener.failed("another " + source.number() + " is just coming in");
            return;
        }
        FileHandle handle = context.newHandle(FilePurpose.COPY_FOR_RING);
        copies.put(handle, new OwnCopy(source.number(), listener));
        context.file(
                new FileEffect.Copy(
                        handle,
                        source,
                        FileEffect.Destination.HELD,
                        held.versionForStore(source.number(), 0)));
    }

    void onFinished(FileInput.Finished finished) {
        OwnCopy copy = copies.remove(finished.handle());
        if (copy != null) {
            held.put(finished.file());
            damageRepair.onArrived(finished.file(), context.self);
            replicator.spread(
                    finished.file(), holders -> copy.listener().kept(finished.file(), holders));
        }
    }

    void onFileFailed(FileInput.Failed failed) {
        OwnCopy copy = copies.remove(failed.handle());
        if (copy != null) {
            copy.listener().unavailable(failed.reason());
        }
    }

    /** Returns whether any file is on its way into the store. */
    boolean isTakingAny() {
        return downloads.isTakingAny() || !copies.isEmpty();
    }

    private boolean isCopying(FileNumber number) {
        return copies.values().stream().anyMatch(copy -> copy.number().equals(number));
    }

    // -- from other peers

    /**
     * Returns the files of an inventory that are missing here; the sender will offer them (SPEC
     * 8.2).
     */
    List<FileNumber> onInventory(Message.Inventory inventory) {
        List<FileNumber> lacking = new ArrayList<>();
        for (StoredFile file : inventory.files()) {
            if (!held.hasAsNewAs(file)) {
                lacking.add(file.name().number());
            }
        }
        initialSync.onInventory(inventory, lacking);
        return lacking;
    }

    /** Sends this peer's copy to one whose file is damaged, if there is a copy. */
    Message.Reply onReplicaWanted(Message.ReplicaWanted wanted) {
        FileNumber number = wanted.number();
        if (!held.has(number)) {
            return new Message.Refused("peer " + context.self + " has no copy of " + number);
        }
        uploads.send(
                new FileEffect.Source.Held(number),
                wanted.from(),
                TransferPurpose.COPY,
                0,
                new SendListener() {
                    @Override
                    public void unavailable(String reason) {}

                    @Override
                    public void delivered(StoredFile file) {}

                    @Override
                    public void failed(String reason) {}
                });
        return new Message.Accepted();
    }

    /** Gives a file stored now a newer version than the held one, whatever the clocks say. */
    @Override
    public long versionOf(Message.Offer offer) {
        long honest = offer.stored().notFarAheadOf(context.epochMs()).versionMs();
        return offer.purpose() == TransferPurpose.STORE
                ? held.versionForStore(offer.file().number(), honest)
                : honest;
    }

    @Override
    public void taken(Message.Offer offer) {}

    @Override
    public @Nullable String objection(Message.Offer offer) {
        FileNumber number = offer.file().number();
        if (offer.purpose() != TransferPurpose.STORE && held.hasAsNewAs(offer.stored())) {
            return "it has " + number + " as new as that already";
        }
        return downloads.isTaking(number) || isCopying(number)
                ? "another " + number + " is just coming in"
                : null;
    }

    @Override
    public void arrived(Message.Offer offer, StoredFile file, String path) {
        context.print("File " + file.name().number() + " is now stored here.");
        held.put(file);
        damageRepair.onArrived(file, offer.from());
        initialSync.onOver(file.name().number());
        if (offer.purpose() == TransferPurpose.STORE) {
            replicator.spread(file, holders -> notifyWriter(offer, holders));
        } else if (neighbourhood.owns(file.name().number())) {
            replicator.onChanged();
        }
    }

    private void notifyWriter(Message.Offer offer, int holders) {
        context.ask(
                offer.from(),
                new Message.Kept(context.self, offer.lookupId(), holders),
                new QuestionPurpose.KeptNotice(offer.lookupId()));
    }

    @Override
    public void missed(Message.Offer offer, String reason) {
        initialSync.onOver(offer.file().number());
        context.report(
                new LifeEvent.ActionFailed(
                        "take " + offer.file().number() + " from " + offer.from(), reason));
    }
}
