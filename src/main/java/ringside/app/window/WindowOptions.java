package ringside.app.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import ringside.app.base.FailureLog;
import ringside.app.base.Texts;
import ringside.app.invitation.JoinInvitation;
import ringside.app.lessons.ScenarioFolders;
import ringside.rules.Rules;
import ringside.status.EventSource;
import ringside.status.PeerSettings;
import ringside.supervisor.RunFolders;
import ringside.supervisor.ScenarioRing;
import ringside.timeline.Playhead.Source;

/**
 * The content of a window.
 *
 * @param events of the ring or the recording
 * @param notice supplies what is wrong with the recording, in one sentence; empty while nothing is
 * @param failures collects unexpected exceptions
 * @param rules prescribe what peers say; empty if they are not known
 * @param invitation says how other machines join the ring; empty where they cannot
 */
public record WindowOptions(
        EventSource events,
        Subject subject,
        Supplier<String> notice,
        FailureLog failures,
        Optional<Rules> rules,
        Optional<JoinInvitation> invitation) {

    /** Shows a ring or a recording, and reports failures to the program's log. */
    public WindowOptions(EventSource events, Subject subject, Supplier<String> notice) {
        this(events, subject, notice, FailureLog.OF_PROGRAM, Optional.empty(), Optional.empty());
    }

    /** Shows a ring or a recording for which there are no notices. */
    public WindowOptions(EventSource events, Subject subject) {
        this(events, subject, () -> "");
    }

    public sealed interface Subject {

        /** Returns the title of the window. */
        default String title() {
            return switch (this) {
                case RunningRing _ -> Texts.text("window.title");
                case Recording recording -> Texts.text("window.title.recording", recording.name());
            };
        }

        /** Returns whether the history is that of a running ring or of a recording. */
        default Source source() {
            return switch (this) {
                case RunningRing _ -> Source.RUNNING;
                case Recording _ -> Source.RECORDED;
            };
        }

        /** Returns the name of this run beside another. */
        default String runName() {
            return switch (this) {
                case RunningRing _ -> Texts.text("comparison.running");
                case Recording recording -> recording.name();
            };
        }

        /** Returns the file to which the run was or is written. */
        default Path recordingFile() {
            return switch (this) {
                case RunningRing ring -> ring.runFolder().resolve(RunFolders.RECORDING);
                case Recording recording -> recording.file();
            };
        }

        /** Returns the running ring; empty for a recording. */
        default Optional<RunningRing> running() {
            return switch (this) {
                case RunningRing ring -> Optional.of(ring);
                case Recording _ -> Optional.empty();
            };
        }
    }

    /**
     * A ring of processes on this machine.
     *
     * @param settings with which the peers are started
     * @param basePort of the peers
     * @param runFolder where this run's peers keep their data
     * @param ring receives commands, also those of scenarios
     * @param scenarios locates the scenarios
     * @param seeds draw what a class must find out ('Find the fault')
     */
    public record RunningRing(
            PeerSettings settings,
            int basePort,
            Path runFolder,
            ScenarioRing ring,
            ScenarioFolders scenarios,
            LongSupplier seeds)
            implements Subject {

        /** A ring with seeds that nobody can foresee. */
        public RunningRing(
                PeerSettings settings,
                int basePort,
                Path runFolder,
                ScenarioRing ring,
                ScenarioFolders scenarios) {
            this(settings, basePort, runFolder, ring, scenarios, System::nanoTime);
        }
    }

    /** A recording of a ring, which may no longer exist. */
    public record Recording(Path file) implements Subject {

        /** Returns the name of the file, or of the run's folder if the file has the usual name. */
        public String name() {
            Path folder = file.toAbsolutePath().getParent();
            String name = String.valueOf(file.getFileName());
            return name.equals(RunFolders.RECORDING) && folder != null
                    ? String.valueOf(folder.getFileName())
                    : name;
        }
    }
}
