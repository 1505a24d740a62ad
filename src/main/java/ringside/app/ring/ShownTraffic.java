package ringside.app.ring;

import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.LookupState;
import ringside.model.TransferState;
import ringside.model.TransferState.Outcome;
import ringside.status.LookupPurpose;
import ringside.status.PeerSettings;

/**
 * Selects the requests and transfers to draw, and their pace and that of pings. They take
 * milliseconds on one machine, so they are slowed down, and stay for a moment. Times are in
 * microseconds since the epoch. Pure.
 */
public final class ShownTraffic {

    /** Time between two hops lighting up, in microseconds. */
    public static final long PACE_MICROS = 260_000;

    /** How long all hops of an ended lookup stay, in microseconds. */
    private static final long HOPS_STAY_MICROS = 3_500_000;

    /** How long the hops of a lookup without an end stay, in microseconds: three attempts. */
    private static final long OPEN_MICROS = 16_000_000;

    /** How long a chord stays after its transfer's end, in microseconds. */
    private static final long CHORD_STAYS_MICROS = 2_500_000;

    /** Time of a dot along its edge, one way, in microseconds: both ways fit into a second. */
    private static final long TRAVEL_MICROS = 420_000;

    /** With less than a second between pings, a dot takes this share of the interval one way. */
    private static final double SHARE_OF_INTERVAL = 0.42;

    private static final double MICROS_PER_MILLI = 1_000;

    private ShownTraffic() {}

    /** Returns how long the dot of a peer's ping takes one way, in microseconds. */
    public static long travelMicros(PeerSettings settings) {
        return Math.min(
                TRAVEL_MICROS,
                (long) (settings.pingIntervalMs() * MICROS_PER_MILLI * SHARE_OF_INTERVAL));
    }

    /** Returns whether the hops of a lookup are drawn; those of returned files never are. */
    public static boolean isShown(LookupState lookup, long nowMicros) {
        return lookup.purpose() != LookupPurpose.RETURN && nowMicros <= shownUntil(lookup);
    }

    private static long shownUntil(LookupState lookup) {
        return lookup.endedAtMicros() == 0
                ? lookup.startedAtMicros() + OPEN_MICROS
                : Math.max(
                                lookup.endedAtMicros(),
                                lookup.startedAtMicros() + lookup.hops().size() * PACE_MICROS)
                        + HOPS_STAY_MICROS;
    }

    /**
     * Returns when a hop lights up.
     *
     * @param index of the hop by its number, from 0
     */
    public static long litAtMicros(LookupState lookup, LookupState.Hop hop, int index) {
        return Math.max(hop.atMicros(), lookup.startedAtMicros() + index * PACE_MICROS);
    }

    /** Returns whether the chord of a transfer is drawn. */
    public static boolean isShown(TransferState transfer, long nowMicros) {
        return transfer.outcome() == Outcome.UNDER_WAY
                || nowMicros - transfer.endedAtMicros() < CHORD_STAYS_MICROS;
    }

    /** Returns the words at the chord of a transfer, such as '2012.pdf 40 %'. */
    public static String words(TransferState transfer) {
        return transfer.outcome() == Outcome.FAILED
                ? Texts.text("ring.transferFailed", transfer.file())
                : Texts.text(
                        "ring.transfer",
                        transfer.file(),
                        Amounts.percent(Math.floor(transfer.progress() * 100) / 100));
    }
}
