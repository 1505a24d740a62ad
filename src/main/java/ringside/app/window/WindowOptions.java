package ringside.app.window;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.function.Supplier;
import ringside.app.base.FailureLog;
import ringside.app.base.Texts;
import ringside.app.lessons.ScenarioPlaces;
import ringside.status.PeerSettings;
import ringside.supervisor.EventSource;
import ringside.supervisor.ScenarioRing;
import ringside.timeline.Playhead.Source;

/**
 * What a window is opened on.
 *
 * @param events of the ring or the recording
 * @param notice what is wrong with the recording of it, one sentence; empty while nothing is
 * @param failures collects the exceptions that nobody expected
 */
public record WindowOptions(
        EventSource events, Subject subject, Supplier<String> notice, FailureLog failures) {

    /** Checks that nothing is missing. */
    public WindowOptions {
        requireNonNull(events, "events");
        requireNonNull(subject, "subject");
        requireNonNull(notice, "notice");
        requireNonNull(failures, "failures");
    }

    /** A ring or a recording whose failures are those of the program. */
    public WindowOptions(EventSource events, Subject subject, Supplier<String> notice) {
        this(events, subject, notice, FailureLog.OF_PROGRAM);
    }

    /** A ring or a recording with which nothing can be wrong. */
    public WindowOptions(EventSource events, Subject subject) {
        this(events, subject, () -> "");
    }

    /** What is shown. */
    public sealed interface Subject {

        /** The title of its window. */
        default String title() {
            return switch (this) {
                case RunningRing _ -> Texts.text("window.title");
                case Recording recording -> Texts.text("window.title.recording", recording.name());
            };
        }

        /** What the history of it is of. */
        default Source source() {
            return switch (this) {
                case RunningRing _ -> Source.RUNNING;
                case Recording _ -> Source.RECORDED;
            };
        }
    }

    /**
     * A ring of processes of this machine.
     *
     * @param settings that the peers are started with
     * @param basePort of the peers
     * @param runFolder where this run's peers keep their data
     * @param ring that commands and scenarios act on
     * @param places where scenarios lie
     */
    public record RunningRing(
            PeerSettings settings,
            int basePort,
            Path runFolder,
            ScenarioRing ring,
            ScenarioPlaces places)
            implements Subject {
        /** Checks that nothing is missing. */
        public RunningRing {
            requireNonNull(settings, "settings");
            requireNonNull(runFolder, "runFolder");
            requireNonNull(ring, "ring");
            requireNonNull(places, "places");
        }
    }

    /** What was written down of a ring that may be long gone. */
    public record Recording(Path file) implements Subject {

        private static final String NAME_IN_RUN_FOLDER = "ring.ringside";

        /** Checks that nothing is missing. */
        public Recording {
            requireNonNull(file, "file");
        }

        /** The file's name; that of its run's folder where all recordings are called the same. */
        public String name() {
            Path folder = file.toAbsolutePath().getParent();
            String name = String.valueOf(file.getFileName());
            return name.equals(NAME_IN_RUN_FOLDER) && folder != null
                    ? String.valueOf(folder.getFileName())
                    : name;
        }
    }
}
