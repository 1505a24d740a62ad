package ringside.app.launch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import ringside.ring.PeerId;
import ringside.status.HostNames;

/**
 * A peer of the ring to start with, such as {@code 14} or {@code 14@lab07} (SPEC 13.1).
 *
 * @param host on which it runs; empty for any
 */
record Seat(PeerId peer, Optional<String> host) {

    /** Reads a seat as it is typed. */
    static final class Converter implements ITypeConverter<Seat> {
        @Override
        public Seat convert(String text) {
            String[] parts = text.strip().split("@", 2);
            try {
                return new Seat(
                        PeerId.parse(parts[0]),
                        parts.length == 1
                                ? Optional.empty()
                                : Optional.of(HostNames.check(parts[1])));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    static Seat anywhere(PeerId peer) {
        return new Seat(peer, Optional.empty());
    }

    /** Returns the hosts of the peers that name one; of a peer that is there twice, the first. */
    static Map<PeerId, String> hosts(List<Seat> seats) {
        return seats.stream()
                .filter(seat -> seat.host().isPresent())
                .collect(
                        Collectors.toMap(
                                Seat::peer, seat -> seat.host().orElseThrow(), (one, _) -> one));
    }
}
