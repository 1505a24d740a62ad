package ringside.peer;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupPurpose;
import ringside.status.TransferPurpose;

/**
 * Handles the user's {@code store} at the peer where it was typed: the file goes to its owner, and
 * counts as stored when the owner reports that it and its copies are on disk (SPEC 8.1). If the
 * ring changes meanwhile, the store is tried again.
 */
final class StoreRequests {

    /** Maximum number of attempts of a store. */
    private static final int MAX_ATTEMPTS = 5;

    private static final long PAUSE_MS = 1_000;

    /** Time that the owner has to make the copies, once it has the file. */
    private static final long PATIENCE_MS = 60_000;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final Lookups lookups;
    private final Uploads uploads;
    private final ReplicaIntake replicaIntake;
    private final TreeMap<Long, Store> stores = new TreeMap<>();
    private long ids;

    StoreRequests(
            PeerContext context,
            Neighbourhood neighbourhood,
            Lookups lookups,
            Uploads uploads,
            ReplicaIntake replicaIntake) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.lookups = lookups;
        this.uploads = uploads;
        this.replicaIntake = replicaIntake;
    }

    void store(FileEffect.Source.Path source) {
        Store store = new Store(++ids, source);
        stores.put(store.id, store);
        attempt(store);
    }

    private void attempt(Store store) {
        store.attempt++;
        if (neighbourhood.owns(store.source.number())) {
            replicaIntake.keepOwn(store.source, store);
        } else {
            lookups.start(LookupPurpose.STORE, store.source.number(), store);
        }
    }

    void onOverdue(Timer.StoreOverdue due) {
        Store store = stores.get(due.storeId());
        if (store == null || store.attempt != due.attempt()) {
            return;
        }
        if (store.isDelivered) {
            fail(store, "its owner did not say that the copies are made");
        } else {
            attempt(store);
        }
    }

    /** Completes a store: the owner reports that the file and its copies are on disk. */
    void onKept(Message.Kept kept) {
        for (Store store : stores.values()) {
            if (store.lookupId == kept.lookupId() && kept.from().equals(store.owner)) {
                store.kept(kept.from(), kept.holders());
                return;
            }
        }
    }

    private void tryAgain(Store store, String reason) {
        if (store.attempt < MAX_ATTEMPTS) {
            context.callLaterMs(new Timer.StoreOverdue(store.id, store.attempt), PAUSE_MS);
        } else {
            fail(store, reason);
        }
    }

    private void fail(Store store, String reason) {
        stores.remove(store.id);
        FileEffect.Source.Path source = store.source;
        context.print("File " + source.number() + " was not stored: " + reason + ".");
        context.report(
                new LifeEvent.ActionFailed(
                        "store " + source.path() + " as " + source.number() + " at " + context.self,
                        reason));
    }

    /** A store until it has succeeded or failed. */
    private final class Store implements Lookups.Listener, SendListener, ReplicaIntake.Listener {

        final long id;
        final FileEffect.Source.Path source;
        int attempt;
        long lookupId;
        @Nullable PeerId owner;
        @Nullable StoredFile file;
        boolean isDelivered;

        Store(long id, FileEffect.Source.Path source) {
            this.id = id;
            this.source = source;
        }

        @Override
        public void owner(PeerId found, long foundBy, boolean isHeld) {
            owner = found;
            lookupId = foundBy;
            uploads.send(source, found, TransferPurpose.STORE, foundBy, this);
        }

        @Override
        public void found(StoredFile found) {
            file = found;
        }

        @Override
        public void delivered(StoredFile sent) {
            if (stores.containsKey(id)) {
                isDelivered = true;
                context.callLaterMs(new Timer.StoreOverdue(id, attempt), PATIENCE_MS);
            }
        }

        @Override
        public void kept(StoredFile own, int holders) {
            file = own;
            kept(context.self, holders);
        }

        void kept(PeerId by, int holders) {
            StoredFile stored = file;
            if (stored != null && stores.remove(id) != null) {
                context.print(
                        "File "
                                + source.number()
                                + " is stored at peer "
                                + by
                                + copiesIn(holders)
                                + ".");
                context.report(new FileEvent.FileStored(stored.name(), by, holders));
            }
        }

        /**
         * Gives up: a path that cannot be read now will not be readable at the next attempt either.
         */
        @Override
        public void unavailable(String reason) {
            fail(this, reason);
        }

        @Override
        public void failed(String reason) {
            tryAgain(this, reason);
        }
    }

    private static String copiesIn(int holders) {
        if (holders == 1) {
            return ", without copies";
        }
        return holders == 2 ? ", with 1 copy" : ", with " + (holders - 1) + " copies";
    }
}
