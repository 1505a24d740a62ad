package ringside.fault;

import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.peer.Effect;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.Input;
import ringside.ring.PeerId;

/**
 * Data of a requested file that comes again is appended again, so that the file gets longer than it
 * was (SPEC 4.3). The peer does not compare digests either.
 */
final class WritesDuplicateTwice implements Deviation {

    private record Flow(PeerId from, long transferId) {}

    private final TreeMap<FileHandle, Arriving> arriving = new TreeMap<>();
    private @Nullable Flow flow;

    @Override
    public void incoming(Input input, Border border) {
        flow = null;
        if (input instanceof Input.DatagramReceived(PeerId from, Datagram.Segment segment)) {
            flow = new Flow(from, segment.transferId());
            for (Arriving file : arriving.values()) {
                if (file.hasAlready(segment, flow)) {
                    border.carryOut(file.append(segment.data()));
                }
            }
        }
        border.give(input);
    }

    @Override
    public void outgoing(Effect effect, Border border) {
        switch (effect) {
            case FileEffect.Create create
                    when create.destination() == FileEffect.Destination.RECEIVED -> {
                arriving.put(create.handle(), new Arriving(create.handle()));
                border.carryOut(create);
            }
            case FileEffect.Write write -> {
                Arriving file = arriving.get(write.handle());
                border.carryOut(file == null ? write : file.take(write, flow));
            }
            case FileEffect.Finish finish -> {
                Arriving file = arriving.remove(finish.handle());
                String sha256 = file == null ? finish.sha256() : file.content.sha256();
                border.carryOut(new FileEffect.Finish(finish.handle(), sha256));
            }
            case FileEffect.Close close -> {
                arriving.remove(close.handle());
                border.carryOut(close);
            }
            case Effect other -> border.carryOut(other);
        }
    }

    /** A file that comes in. */
    private static final class Arriving {

        final FileHandle handle;
        final Content content = new Content();
        private @Nullable Flow flow;

        /** The offset of the next data that the core would write. */
        private long expected;

        Arriving(FileHandle handle) {
            this.handle = handle;
        }

        boolean hasAlready(Datagram.Segment segment, Flow ofSegment) {
            return Objects.equals(flow, ofSegment) && segment.sequence() - 1 < expected;
        }

        FileEffect take(FileEffect.Write write, @Nullable Flow from) {
            flow = from;
            expected = write.offset() + write.data().length();
            return append(write.data());
        }

        FileEffect append(Bytes data) {
            FileEffect write = new FileEffect.Write(handle, content.bytes(), data);
            content.append(data);
            return write;
        }
    }
}
