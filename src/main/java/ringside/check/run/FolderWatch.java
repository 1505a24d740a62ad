package ringside.check.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import ringside.check.Observation;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.LogWritten;
import ringside.check.Observation.Side;
import ringside.digest.Digests;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.transcript.LogRow;

/** What a program writes into the folder of one peer (PROGRAMS 3.6). Look on one thread. */
final class FolderWatch {

    private static final int DEPTH = 3;

    /** A longer log is not read: no transfer of a check writes so much. */
    private static final long LONGEST_LOG = 16L * 1024 * 1024;

    private final PeerId peer;
    private final Path folder;
    private final Rules.Files names;
    private final ObservationLog log;

    private final AtomicInteger asides = new AtomicInteger();

    /** What each file looked like when it was last told. */
    private final Map<Path, Look> told = new HashMap<>();

    /** What each file looked like at the last look; a file that changes is told when it rests. */
    private Map<Path, Look> before;

    /** What a file looks like from outside. */
    private record Look(long size, long modified) {}

    FolderWatch(PeerId peer, Path folder, Rules.Files names, ObservationLog log) {
        this.peer = peer;
        this.folder = folder;
        this.names = names;
        this.log = log;
        before = looks();
        told.putAll(before);
    }

    /** Tells what has changed since the last look. */
    void look() {
        Map<Path, Look> now = looks();
        now.forEach((file, look) -> {
            boolean rests = look.equals(before.get(file));
            if (rests && !look.equals(told.get(file)) && tell(file, look)) {
                told.put(file, look);
            }
        });
        before = now;
    }

    /**
     * Moves a file out of the folder.
     *
     * @param name as it was told; one that is not there is passed over
     */
    void setAside(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            Files.move(
                    file, folder.resolveSibling("aside-" + peer + "-" + asides.incrementAndGet()));
        }
    }

    private boolean tell(Path file, Look look) {
        String name = folder.relativize(file).toString();
        try {
            Observation seen =
                    sideOf(String.valueOf(file.getFileName()))
                            .<Observation>map(side -> readLog(file, side, look))
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

    private LogWritten readLog(Path file, Side side, Look look) {
        try {
            List<LogRow> rows =
                    look.size() > LONGEST_LOG
                            ? List.of()
                            : Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                                    .map(LogRow::parse)
                                    .flatMap(Optional::stream)
                                    .toList();
            return new LogWritten(ObservationLog.now(), peer, side, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Path, Look> looks() {
        Map<Path, Look> looks = new HashMap<>();
        Set<Path> files = new HashSet<>();
        try (Stream<Path> found = Files.walk(folder, DEPTH)) {
            found.forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
            // The program deletes folders while they are listed, or its own.
        }
        for (Path file : files) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(
                                file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isRegularFile()) {
                    looks.put(
                            file,
                            new Look(attributes.size(), attributes.lastModifiedTime().toMillis()));
                }
            } catch (IOException e) {
                // It went.
            }
        }
        return looks;
    }
}
