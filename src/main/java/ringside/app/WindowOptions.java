package ringside.app;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import ringside.status.PeerSettings;
import ringside.supervisor.RingControl;

/**
 * What a window is opened on.
 *
 * @param control the ring to show and steer
 * @param settings that the peers are started with
 * @param basePort of the peers
 * @param runFolder where this run's peers keep their data
 */
public record WindowOptions(
        RingControl control, PeerSettings settings, int basePort, Path runFolder) {

    /** Checks that nothing is missing. */
    public WindowOptions {
        requireNonNull(control, "control");
        requireNonNull(settings, "settings");
        requireNonNull(runFolder, "runFolder");
    }
}
