package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/** A program with a ring of real peers that waits for its own end. */
public final class LonelySupervisorMain {

    private LonelySupervisorMain() {}

    /** Takes the run's folder, the base port and the ids; prints 'started' when all run. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        Supervisor ring =
                Supervisor.open(
                        WatchedRing.settings(
                                Path.of(words.get(0)),
                                SupervisorSettings.PEER_MAIN,
                                PeerSettings.DEFAULTS,
                                Integer.parseInt(words.get(1))));
        ring.startRing(words.stream().skip(2).map(PeerId::parse).toList()).join();
        System.out.println("started");
        System.out.flush();
        while (System.in.read() >= 0) {}
    }
}
