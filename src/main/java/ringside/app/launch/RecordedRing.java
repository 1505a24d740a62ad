package ringside.app.launch;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ringside.status.Command;
import ringside.status.StatusEntry;
import ringside.supervisor.RingControl;

/** A ring of which everything that is looked at is recorded too. */
record RecordedRing(RingControl ring, Consumer<StatusEntry> recorder) implements RingControl {

    @Override
    public CompletableFuture<Void> carryOut(Command command) {
        return ring.carryOut(command);
    }

    @Override
    public int drain(Consumer<StatusEntry> receiver, int most) {
        return ring.drain(recorder.andThen(receiver), most);
    }

    @Override
    public CompletableFuture<Void> quitAll() {
        return ring.quitAll();
    }
}
