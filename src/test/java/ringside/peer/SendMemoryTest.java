package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk may use the place of what it has read again, as soon as the sender says so. */
class SendMemoryTest {

    private static final int MSS = SendWindowBench.MSS;
    private static final int SEGMENTS = 200;

    private final Random random = new Random(7);
    private final List<Place> places = new ArrayList<>();
    private final boolean[] received = new boolean[SEGMENTS];

    /** What the disk has read from an offset. */
    private record Place(long offset, byte[] data) {}

    /** Whatever is lost, and however late it is sent again, each segment carries its own bytes. */
    @ParameterizedTest
    @ValueSource(ints = {2, 7, 64})
    void everySegmentCarriesItsBytesThoughPlacesAreUsedAgain(int width) {
        SendWindowBench window = new SendWindowBench(width, SEGMENTS * MSS);
        long nowMs = 0;
        while (firstMissing() < SEGMENTS) {
            takeSent(window);
            readAll(window);
            int missing = firstMissing();
            if (random.nextInt(4) == 0) {
                nowMs += 1_000;
                window.timeOut(nowMs);
            } else if (missing < SEGMENTS) {
                window.acknowledge(1 + (long) missing * MSS, beyond(missing));
            }
        }
        assertThat(places).hasSizeGreaterThan(SEGMENTS / width / 2);
    }

    private void readAll(SendWindowBench window) {
        for (FileEffect.Read read : window.uploads.bench.effects(FileEffect.Read.class)) {
            for (Place place : places) {
                if (place.offset() + place.data().length <= read.neededFrom()) {
                    Arrays.fill(place.data(), (byte) -1);
                }
            }
            byte[] data = new byte[read.length()];
            for (int i = 0; i < data.length; i++) {
                data[i] = byteAt(read.offset() + i);
            }
            places.add(new Place(read.offset(), data));
            window.uploads.bench.give(
                    new FileInput.Read(read.handle(), read.offset(), Bytes.of(data)));
            takeSent(window);
        }
    }

    private void takeSent(SendWindowBench window) {
        for (Effect.Send send : window.uploads.bench.effects(Effect.Send.class)) {
            Datagram.Segment segment = (Datagram.Segment) send.message();
            for (int i = 0; i < segment.data().length(); i++) {
                assertThat(segment.data().get(i)).isEqualTo(byteAt(segment.sequence() - 1 + i));
            }
            boolean isLost = random.nextInt(5) == 0;
            received[(int) (segment.sequence() / MSS)] |= !isLost;
        }
    }

    private int firstMissing() {
        int index = 0;
        while (index < SEGMENTS && received[index]) {
            index++;
        }
        return index;
    }

    private int[] beyond(int missing) {
        List<Integer> after = new ArrayList<>();
        for (int i = missing + 1; i < SEGMENTS; i++) {
            if (received[i]) {
                after.add(i - missing);
            }
        }
        return after.stream().mapToInt(Integer::intValue).toArray();
    }

    private static byte byteAt(long offset) {
        return (byte) (offset % 127);
    }
}
