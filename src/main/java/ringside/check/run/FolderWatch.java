package ringside.check.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ringside.check.Observation;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.LogWritten;
import ringside.check.Observation.Side;
import ringside.digest.Digests;
import ringside.program.FolderLook;
import ringside.program.FolderLook.FileLook;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.transcript.LogRow;

/** What a program writes into the folder of one peer (PROGRAMS 3.6). Thread-safe. */
final class FolderWatch {

    private final PeerId peer;
    private final Path folder;
    private final Rules.Files names;
    private final ObservationLog log;

    /** What each file looked like when it was last told. */
    private final Map<Path, FileLook> told = new HashMap<>();

    /** What each file looked like at the last look; a file that changes is told when it rests. */
    private Map<Path, FileLook> before;

    private int asides;

    FolderWatch(PeerId peer, Path folder, Rules.Files names, ObservationLog log) {
        this.peer = peer;
        this.folder = folder;
        this.names = names;
        this.log = log;
        before = FolderLook.of(folder).files();
        told.putAll(before);
    }

    /** Tells what has changed since the last look. */
    synchronized void look() {
        Map<Path, FileLook> now = FolderLook.of(folder).files();
        now.forEach((file, look) -> {
            boolean rests = look.equals(before.get(file));
            if (rests && !look.equals(told.get(file)) && tell(file, look)) {
                told.put(file, look);
            }
        });
        before = now;
    }

    /**
     * Moves a file out of the folder. When one like it comes again, that is told, too: some
     * programs give what they receive the time of the original.
     *
     * @param name as it was told; one that is not there is passed over
     */
    synchronized void setAside(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            asides++;
            Files.move(file, folder.resolveSibling("aside-" + peer + "-" + asides));
            told.remove(file);
        }
    }

    private boolean tell(Path file, FileLook look) {
        String name = folder.relativize(file).toString();
        try {
            Observation seen =
                    sideOf(String.valueOf(file.getFileName()))
                            .<Observation>map(side -> readLog(file, side))
                            .orElse(null);
            log.add(
                    seen == null
                            ? new FileWritten(
                                    ObservationLog.now(),
                                    peer,
                                    name,
                                    look.size(),
                                    Digests.sha256(file))
                            : seen);
            return true;
        } catch (IOException | UncheckedIOException e) {
            // It went, or is being replaced: the next look sees.
            return false;
        }
    }

    private Optional<Side> sideOf(String name) {
        if (name.equals(names.sendingLog())) {
            return Optional.of(Side.SENDING);
        }
        return name.equals(names.receivingLog()) ? Optional.of(Side.RECEIVING) : Optional.empty();
    }

    private LogWritten readLog(Path file, Side side) {
        try {
            return new LogWritten(ObservationLog.now(), peer, side, LogRow.readAll(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
