package ringside.fault;

import java.util.TreeMap;
import ringside.peer.Bytes;
import ringside.peer.Effect;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.Input;
import ringside.peer.Message;

/**
 * A requested file is taken for whole when half of its bytes are written, and what is left never
 * reaches the disk (SPEC 4.4).
 */
final class HalfFileUnderFinalName implements Deviation {

    private record Half(long bytes, Content content) {}

    private final TreeMap<FileHandle, Half> arriving = new TreeMap<>();
    private long offered;

    @Override
    public void incoming(Input input, Border border) {
        if (input instanceof Input.Asked(long _, Message.Offer offer)) {
            offered = offer.bytes();
        }
        border.give(input);
    }

    @Override
    public void outgoing(Effect effect, Border border) {
        switch (effect) {
            case FileEffect.Create create
                    when create.destination() == FileEffect.Destination.RECEIVED -> {
                arriving.put(create.handle(), new Half(offered / 2, new Content()));
                border.carryOut(create);
            }
            case FileEffect.Write write -> write(write, border);
            case FileEffect.Finish finish -> {
                Half half = arriving.remove(finish.handle());
                String sha256 = half == null ? finish.sha256() : half.content.sha256();
                border.carryOut(new FileEffect.Finish(finish.handle(), sha256));
            }
            case FileEffect.Close close -> {
                arriving.remove(close.handle());
                border.carryOut(close);
            }
            case Effect other -> border.carryOut(other);
        }
    }

    private void write(FileEffect.Write write, Border border) {
        Half half = arriving.get(write.handle());
        if (half == null) {
            border.carryOut(write);
            return;
        }
        int wanted = (int) Math.min(half.bytes - half.content.bytes(), write.data().length());
        if (wanted > 0) {
            Bytes data = write.data().part(0, wanted);
            half.content.append(data);
            border.carryOut(new FileEffect.Write(write.handle(), write.offset(), data));
        }
    }
}
