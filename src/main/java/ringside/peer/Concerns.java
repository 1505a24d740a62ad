package ringside.peer;

import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/**
 * The concerns of one peer, put together once. Each knows only those that it needs; what one means
 * for another is said here.
 */
final class Concerns {

    final Buried buried;
    final Lost lost;
    final Pings pings;
    final Neighbourhood neighbourhood;
    final Stabilising stabilising;
    final Reunion reunion;
    final HeldFiles held;
    final Sending sending;
    final Receiving receiving;
    final Owning owning;
    final Lookups lookups;
    final Requesting requesting;
    final Settling settling;
    final Range range;
    final Comparing comparing;
    final Replicating replicating;
    final Keeping keeping;
    final Storing storing;
    final Leaving leaving;
    final Joining joining;
    final Scrubber scrubber;
    final Mending mending;
    private final Surroundings at;

    Concerns(Surroundings at, Origin origin, Runnable onMember) {
        this.at = at;
        buried = new Buried(at);
        lost = new Lost(at);
        pings = new Pings(at, this::onDeath);
        neighbourhood = new Neighbourhood(at, pings, buried, lost, this::onNeighboursChanged);
        stabilising = new Stabilising(at, neighbourhood, pings, buried, lost);
        reunion = new Reunion(at, neighbourhood, stabilising, lost);
        held = new HeldFiles(at, neighbourhood);
        scrubber = new Scrubber(at, held);
        range = new Range(at, neighbourhood);
        mending = new Mending(at, neighbourhood, held, range);
        sending = new Sending(at, scrubber::suspect);
        settling = new Settling(at, neighbourhood);
        owning = new Owning(at, sending, held, settling, this::goOnToCopy, this::cameHome);
        lookups = new Lookups(at, neighbourhood, owning::onOwned);
        requesting = new Requesting(at, neighbourhood, held, lookups);
        receiving = new Receiving(at, new Sorting());
        comparing = new Comparing(at, held, sending);
        replicating = new Replicating(at, neighbourhood, held, range, comparing, lookups);
        keeping =
                new Keeping(
                        at, neighbourhood, held, receiving, replicating, settling, mending,
                        sending);
        storing = new Storing(at, neighbourhood, lookups, sending, keeping);
        leaving =
                new Leaving(
                        at,
                        neighbourhood,
                        pings,
                        held,
                        comparing,
                        receiving,
                        sending,
                        keeping::isTakingAny);
        joining = new Joining(at, neighbourhood, knownTo(origin, at.self), onMember);
    }

    /**
     * Something came from this peer: it lives.
     *
     * @return whether it counts as a sign of life
     */
    boolean heardFrom(PeerId peer) {
        if (!buried.heardFrom(peer)) {
            return false;
        }
        pings.heardFrom(peer);
        lost.remove(peer);
        return true;
    }

    private static PeerId knownTo(Origin origin, PeerId self) {
        return switch (origin) {
            case Origin.Neighbours given -> self;
            case Origin.Join join -> join.known();
        };
    }

    private void onDeath(PeerId dead) {
        stabilising.onDeath(dead);
    }

    private void onNeighboursChanged() {
        if (!leaving.hasBegun()) {
            replicating.onChanged();
        }
    }

    private void cameHome(Message.Lookup lookup) {
        requesting.cameHome(lookup);
    }

    private boolean goOnToCopy(Message.Lookup lookup) {
        return lookups.goOnToCopy(lookup);
    }

    /** A requested file is the user's, any other is the ring's. */
    private final class Sorting implements Receiving.Arrivals {

        @Override
        public @Nullable String objection(Message.Offer offer) {
            return leaving.hasBegun()
                    ? "peer " + at.self + " is leaving"
                    : concernOf(offer).objection(offer);
        }

        @Override
        public long versionOf(Message.Offer offer) {
            return concernOf(offer).versionOf(offer);
        }

        @Override
        public void arrived(Message.Offer offer, StoredFile file, String path) {
            concernOf(offer).arrived(offer, file, path);
        }

        @Override
        public void missed(Message.Offer offer, String reason) {
            concernOf(offer).missed(offer, reason);
        }

        private Receiving.Arrivals concernOf(Message.Offer offer) {
            return offer.purpose() == TransferPurpose.REQUEST ? requesting : keeping;
        }
    }
}
