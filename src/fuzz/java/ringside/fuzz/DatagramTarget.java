package ringside.fuzz;

import java.nio.ByteBuffer;
import ringside.wire.DatagramCodec;
import ringside.wire.MalformedMessageException;

/** Bytes that come by UDP. */
public final class DatagramTarget {

    private static final ByteBuffer WRITTEN = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);

    private DatagramTarget() {}

    /** Reads one datagram. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Budget.spend(() -> read(bytes));
    }

    private static void read(byte[] bytes) {
        try {
            var message = DatagramCodec.decode(ByteBuffer.wrap(bytes));
            WRITTEN.clear();
            DatagramCodec.encode(message, WRITTEN);
            Budget.requireEqual(message, DatagramCodec.decode(WRITTEN.flip()));
        } catch (MalformedMessageException expected) {
            // The one way in which bytes may be wrong.
        }
    }
}
