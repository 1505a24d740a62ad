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
    final Remembered remembered;
    final Pings pings;
    final Neighbourhood neighbourhood;
    final Stabilising stabilising;
    final Reunion reunion;
    final HeldFiles held;
    final Sending sending;
    final Receiving receiving;
    final Lookups lookups;
    final Requesting requesting;
    final Storing storing;
    final Handover handover;
    final Leaving leaving;
    final Joining joining;
    private final Surroundings at;

    Concerns(Surroundings at, Origin origin, Runnable onMember) {
        this.at = at;
        buried = new Buried(at);
        remembered = new Remembered(at);
        pings = new Pings(at, this::onDeath);
        neighbourhood = new Neighbourhood(at, pings, buried, remembered, this::onPredecessorChanged);
        stabilising = new Stabilising(at, neighbourhood, pings, buried, remembered);
        reunion = new Reunion(at, neighbourhood, stabilising, remembered);
        held = new HeldFiles(at, neighbourhood);
        sending = new Sending(at);
        Owning owning = new Owning(at, sending);
        lookups = new Lookups(at, neighbourhood, owning::onOwned);
        requesting = new Requesting(at, neighbourhood, held, lookups);
        storing = new Storing(at, neighbourhood, held, lookups, sending);
        receiving = new Receiving(at, this::objection, new Sorting());
        handover = new Handover(at, neighbourhood, held, sending);
        leaving = new Leaving(at, neighbourhood, pings, handover, receiving);
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
        remembered.heardFrom(peer);
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

    private void onPredecessorChanged() {
        handover.onPredecessorChanged();
    }

    private @Nullable String objection(Message.Offer offer) {
        if (leaving.hasBegun()) {
            return "peer " + at.self + " is leaving";
        }
        return switch (offer.purpose()) {
            case REQUEST ->
                    requesting.takesOffer(offer)
                            ? null
                            : "peer " + at.self + " does not wait for it";
            case STORE, HANDOVER -> storing.objection(offer);
        };
    }

    /** A requested file is the user's, any other is the ring's. */
    private final class Sorting implements Receiving.Arrivals {

        @Override
        public void arrived(Message.Offer offer, StoredFile file, String path) {
            concernOf(offer).arrived(offer, file, path);
        }

        @Override
        public void missed(Message.Offer offer, String reason) {
            concernOf(offer).missed(offer, reason);
        }

        private Receiving.Arrivals concernOf(Message.Offer offer) {
            return offer.purpose() == TransferPurpose.REQUEST ? requesting : storing;
        }
    }
}
