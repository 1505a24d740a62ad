package ringside.peer;

import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/**
 * Creates and connects the protocols of one peer. Each knows only the ones that it needs; their
 * interactions are defined here.
 */
final class Protocols {

    final Tombstones tombstones;
    final LostPeers lostPeers;
    final Pings pings;
    final Neighbourhood neighbourhood;
    final Stabilizer stabilizer;
    final RingMerge ringMerge;
    final OwnerSearches searches;
    final Shortcuts shortcuts;
    final HeldFiles held;
    final Uploads uploads;
    final Downloads downloads;
    final LookupResponder lookupResponder;
    final Lookups lookups;
    final FileRequests fileRequests;
    final InitialSync initialSync;
    final ReplicaRange replicaRange;
    final AntiEntropy antiEntropy;
    final Replicator replicator;
    final ReplicaIntake replicaIntake;
    final StoreRequests storeRequests;
    final LeaveProtocol leaveProtocol;
    final JoinProtocol joinProtocol;
    final Scrubber scrubber;
    final DamageRepair damageRepair;
    private final PeerContext context;

    Protocols(PeerContext context, Origin origin, Runnable onMember) {
        this.context = context;
        tombstones = new Tombstones(context);
        lostPeers = new LostPeers(context);
        pings = new Pings(context, this::onDeath);
        neighbourhood =
                new Neighbourhood(context, pings, tombstones, lostPeers, this::onNeighboursChanged);
        stabilizer = new Stabilizer(context, neighbourhood, pings, tombstones, lostPeers);
        ringMerge = new RingMerge(context, neighbourhood, stabilizer, lostPeers);
        ShortcutTable shortcutTable = new ShortcutTable(context);
        NextHops nextHops = new NextHops(context, neighbourhood, tombstones, shortcutTable);
        searches =
                new OwnerSearches(
                        context, neighbourhood, nextHops, shortcutTable, this::onOwnerFound);
        shortcuts = new Shortcuts(context, neighbourhood, tombstones, searches, shortcutTable);
        held = new HeldFiles(context, neighbourhood, this::onFirstFile);
        scrubber = new Scrubber(context, held);
        replicaRange = new ReplicaRange(context, neighbourhood);
        damageRepair = new DamageRepair(context, neighbourhood, held, replicaRange);
        uploads = new Uploads(context, scrubber::suspect);
        initialSync = new InitialSync(context, neighbourhood);
        lookupResponder =
                new LookupResponder(
                        context,
                        uploads,
                        held,
                        initialSync,
                        this::passToNextHolder,
                        this::onReturned);
        lookups =
                new Lookups(
                        context, neighbourhood, nextHops, shortcutTable, lookupResponder::onOwned);
        fileRequests = new FileRequests(context, neighbourhood, held, lookups);
        downloads = new Downloads(context, new ArrivalRouter());
        antiEntropy = new AntiEntropy(context, held, uploads);
        replicator =
                new Replicator(context, neighbourhood, held, replicaRange, antiEntropy, lookups);
        replicaIntake =
                new ReplicaIntake(
                        context,
                        neighbourhood,
                        held,
                        downloads,
                        replicator,
                        initialSync,
                        damageRepair,
                        uploads);
        storeRequests = new StoreRequests(context, neighbourhood, lookups, uploads, replicaIntake);
        leaveProtocol =
                new LeaveProtocol(
                        context,
                        neighbourhood,
                        pings,
                        held,
                        antiEntropy,
                        downloads,
                        uploads,
                        replicaIntake::isTakingAny);
        joinProtocol =
                new JoinProtocol(context, neighbourhood, knownTo(origin, context.self), onMember);
    }

    /**
     * Records a message from a peer.
     *
     * @return whether it counts as a sign of life
     */
    boolean recordSignOfLife(PeerId peer) {
        if (!tombstones.recordSignOfLife(peer)) {
            return false;
        }
        pings.heardFrom(peer);
        lostPeers.remove(peer);
        return true;
    }

    private static PeerId knownTo(Origin origin, PeerId self) {
        return switch (origin) {
            case Origin.Neighbours _, Origin.Standing _ -> self;
            case Origin.Join join -> join.known();
        };
    }

    private void onDeath(PeerId dead) {
        stabilizer.onDeath(dead);
    }

    private void onNeighboursChanged() {
        shortcuts.onNeighboursChanged();
        if (!leaveProtocol.hasBegun()) {
            replicator.onChanged();
        }
    }

    private void onFirstFile() {
        scrubber.onFirstFile();
    }

    private void onOwnerFound(PeerId position, PeerId owner) {
        shortcuts.onFound(position, owner);
    }

    private void onReturned(Message.Lookup lookup) {
        fileRequests.onReturned(lookup);
    }

    private boolean passToNextHolder(Message.Lookup lookup) {
        return lookups.passToNextHolder(lookup);
    }

    /** Routes requested files to the user, and all others to the store. */
    private final class ArrivalRouter implements Downloads.Arrivals {

        @Override
        public @Nullable String objection(Message.Offer offer) {
            return leaveProtocol.hasBegun()
                    ? "peer " + context.self + " is leaving"
                    : receiverOf(offer).objection(offer);
        }

        @Override
        public void taken(Message.Offer offer) {
            receiverOf(offer).taken(offer);
        }

        @Override
        public long versionOf(Message.Offer offer) {
            return receiverOf(offer).versionOf(offer);
        }

        @Override
        public void arrived(Message.Offer offer, StoredFile file, String path) {
            receiverOf(offer).arrived(offer, file, path);
        }

        @Override
        public void missed(Message.Offer offer, String reason) {
            receiverOf(offer).missed(offer, reason);
        }

        private Downloads.Arrivals receiverOf(Message.Offer offer) {
            return offer.purpose() == TransferPurpose.REQUEST ? fileRequests : replicaIntake;
        }
    }
}
