package ringside.scenario;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * The way of the last request that a scenario made to the owner of its file; what then goes on to
 * other holders does not count. For one thread.
 */
final class LastRequest {

    private @Nullable FileNumber number;
    private @Nullable PeerId requester;
    private OptionalLong lookupId = OptionalLong.empty();
    private int hops;
    private boolean isAtItsOwner;

    /** Begins anew, before a request is made. */
    void begin(FileNumber file, PeerId peer) {
        number = file;
        requester = peer;
        lookupId = OptionalLong.empty();
        hops = 0;
        isAtItsOwner = false;
    }

    /** Takes the next event; those of a request may come in any order, but for the first. */
    void add(StatusEntry entry) {
        switch (entry.event()) {
            case LookupEvent.LookupSent sent when isOurs(entry.peer(), sent) -> {
                lookupId = OptionalLong.of(sent.lookupId());
                reached(1);
            }
            case LookupEvent.LookupForwarded on when isOurs(on.lookupId(), on.requester()) -> {
                if (on.replica() == 0) {
                    reached(on.hop() + 1);
                } else {
                    isAtItsOwner = true;
                }
            }
            case LookupEvent.LookupArrived there when isOurs(there.lookupId(), there.requester()) ->
                    isAtItsOwner = true;
            case StatusEvent _ -> {}
        }
    }

    private boolean isOurs(PeerId peer, LookupEvent.LookupSent sent) {
        return sent.purpose() == LookupPurpose.REQUEST
                && sent.number().equals(number)
                && peer.equals(requester);
    }

    private boolean isOurs(long id, PeerId peer) {
        return lookupId.isPresent() && lookupId.getAsLong() == id && peer.equals(requester);
    }

    private void reached(int hop) {
        hops = Math.max(hops, hop);
    }

    boolean isAtItsOwner() {
        return isAtItsOwner;
    }

    int hops() {
        return hops;
    }
}
