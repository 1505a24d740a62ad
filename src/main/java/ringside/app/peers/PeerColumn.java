package ringside.app.peers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import ringside.app.base.PeerLook;
import ringside.app.base.Texts;
import ringside.app.peers.PeerFigures.Neighbour;
import ringside.model.Amounts;
import ringside.model.NeighbourFault.Role;
import ringside.ring.PeerId;
import ringside.text.Language;

/** The columns of the table of peers, from left to right (WINDOW 3.3). */
public enum PeerColumn {
    PEER,
    STATE,
    /** Only where peers run on several hosts. */
    HOST,
    FIRST_SUCCESSOR,
    SECOND_SUCCESSOR,
    FIRST_PREDECESSOR,
    SECOND_PREDECESSOR,
    MISSED,
    ROUND_TRIP,
    FILES,
    TRAFFIC,
    MEMORY,
    AGE;

    private static final String NOTHING = "\u2013";
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final double MICROS_PER_MILLI = 1e3;

    /** A rate below this is shown with a decimal. */
    private static final double WHOLE_RATE = 10;

    /** Returns the head of the column, as short as its values. */
    String head() {
        return Texts.text("peers.column." + this);
    }

    /** Returns what the column holds, for the menu. */
    String meaning() {
        return Texts.text("peers.meaning." + this);
    }

    /** Returns the name for ids and style sheets, such as 'round-trip'. */
    String styleClass() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the neighbour that the column holds; empty if it holds something else. */
    Optional<Neighbour> neighbour(PeerFigures figures) {
        return switch (this) {
            case FIRST_SUCCESSOR -> Optional.of(figures.neighbour(Role.FIRST_SUCCESSOR));
            case SECOND_SUCCESSOR -> Optional.of(figures.neighbour(Role.SECOND_SUCCESSOR));
            case FIRST_PREDECESSOR -> Optional.of(figures.neighbour(Role.FIRST_PREDECESSOR));
            case SECOND_PREDECESSOR -> Optional.of(figures.neighbour(Role.SECOND_PREDECESSOR));
            case PEER, STATE, HOST, MISSED, ROUND_TRIP, FILES, TRAFFIC, MEMORY, AGE ->
                    Optional.empty();
        };
    }

    /** Returns the number to sort by; empty while it is not known. States go by a peer's life. */
    OptionalDouble number(PeerFigures figures) {
        double number =
                switch (this) {
                    case PEER -> figures.id().turn();
                    case STATE -> Arrays.asList(PeerLook.values()).indexOf(figures.look());
                    case HOST -> figures.hostPlace();
                    case FIRST_SUCCESSOR, SECOND_SUCCESSOR, FIRST_PREDECESSOR, SECOND_PREDECESSOR ->
                            neighbour(figures)
                                    .map(Neighbour::id)
                                    .map(PeerId::turn)
                                    .orElse((double) PeerFigures.UNKNOWN);
                    case MISSED -> figures.missed();
                    case ROUND_TRIP -> figures.roundTripMicros();
                    case FILES -> figures.files();
                    case TRAFFIC -> figures.messagesPerSecond();
                    case MEMORY -> figures.residentBytes();
                    case AGE -> figures.ageSeconds();
                };
        return number >= 0 ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** Returns the value in words; a dash while it is not known. */
    String text(PeerFigures figures) {
        return switch (this) {
            case PEER -> figures.id().toString();
            case STATE -> figures.look().word();
            case HOST -> figures.host().isEmpty() ? NOTHING : figures.host();
            case FIRST_SUCCESSOR, SECOND_SUCCESSOR, FIRST_PREDECESSOR, SECOND_PREDECESSOR ->
                    neighbour(figures).map(PeerColumn::words).orElse(NOTHING);
            case MISSED -> known(figures.missed(), Long::toString);
            case ROUND_TRIP -> known(figures.roundTripMicros(), PeerColumn::millis);
            case FILES -> Integer.toString(figures.files());
            case TRAFFIC -> rate(figures.messagesPerSecond());
            case MEMORY -> known(figures.residentBytes(), Amounts::bytes);
            case AGE -> Amounts.roughAge(figures.ageSeconds() * MICROS_PER_SECOND);
        };
    }

    /** A wrong neighbour has a sign, so that it is not known by its colour alone. */
    private static String words(Neighbour neighbour) {
        PeerId id = neighbour.id();
        String name = id == null ? NOTHING : id.toString();
        return neighbour.isRight() ? name : Texts.text("peers.wrong", name);
    }

    private static String known(long number, LongFunction<String> words) {
        return number == PeerFigures.UNKNOWN ? NOTHING : words.apply(number);
    }

    private static String millis(long micros) {
        return Language.format("%.2f", micros / MICROS_PER_MILLI);
    }

    private static String rate(double perSecond) {
        return Double.isNaN(perSecond)
                ? NOTHING
                : Texts.text(
                        "peers.traffic",
                        Language.format(perSecond < WHOLE_RATE ? "%.1f" : "%.0f", perSecond));
    }
}
