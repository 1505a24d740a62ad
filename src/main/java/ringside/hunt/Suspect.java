package ringside.hunt;

import java.util.List;
import java.util.Map;
import java.util.Random;
import ringside.ring.PeerId;
import ringside.status.PlantedFault;

/** A peer with a fault: the one that is hidden in a ring, or one that somebody guesses. */
public record Suspect(PeerId peer, PlantedFault fault) {

    /**
     * Draws a fault, and a peer at which it can show.
     *
     * @param ring the ids of the ring, sorted, at least one
     * @param seed decides both
     */
    public static Suspect draw(List<PeerId> ring, long seed) {
        Random random = new Random(seed);
        PlantedFault[] faults = PlantedFault.values();
        PlantedFault fault = faults[random.nextInt(faults.length)];
        PeerId anyone = ring.get(random.nextInt(ring.size()));
        return new Suspect(
                switch (fault) {
                    case OWNER_WRONG_AT_WRAP -> ring.getFirst();
                    case DEAD_AFTER_ONE_MISS,
                            TAKES_DEAD_PEER_BACK,
                            SECOND_SUCCESSOR_NEVER_UPDATED,
                            QUITS_WITHOUT_A_WORD,
                            NEVER_SENDS_AGAIN,
                            ACKNOWLEDGES_WRONG_NUMBER,
                            WRITES_DUPLICATE_TWICE,
                            SEQUENCE_STANDS_STILL,
                            FORWARDS_FOR_EVER,
                            ANSWERS_FOR_MISSING_FILE,
                            HALF_FILE_UNDER_FINAL_NAME ->
                            anyone;
                },
                fault);
    }

    /** Returns the faults to start the ring with. */
    public Map<PeerId, PlantedFault> faults() {
        return Map.of(peer, fault);
    }
}
