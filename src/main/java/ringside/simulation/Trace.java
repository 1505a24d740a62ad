package ringside.simulation;

import java.util.ArrayList;
import java.util.List;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;

/** Keeps all events and the lines printed since they were last taken. */
final class Trace implements SimulationListener {

    private final List<StatusEntry> entries = new ArrayList<>();
    private final List<String> transcript = new ArrayList<>();

    @Override
    public void reported(StatusEntry entry) {
        entries.add(entry);
    }

    @Override
    public void printed(PeerId peer, String line) {
        transcript.add(peer + ": " + line);
    }

    @Override
    public void ended(SimulatedPeer peer) {}

    List<StatusEntry> from(int first) {
        return List.copyOf(entries.subList(first, entries.size()));
    }

    List<String> takeTranscript() {
        List<String> taken = List.copyOf(transcript);
        transcript.clear();
        return taken;
    }
}
