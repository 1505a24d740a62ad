package ringside.simulation;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import ringside.digest.Digests;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.FileInput;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.text.Messages;

/**
 * The files of one simulated peer, in memory. Outlives the peer's process, as a disk does. For the
 * thread of its {@link Simulation}.
 */
public final class SimulatedDisk {

    private final SimulatedStore store = new SimulatedStore();
    private final TreeMap<FileName, byte[]> received = new TreeMap<>();
    private final TreeMap<FileName, byte[]> answers = new TreeMap<>();
    private final TreeMap<String, byte[]> paths = new TreeMap<>();
    private final TreeMap<FileHandle, byte[]> reading = new TreeMap<>();
    private final TreeMap<FileHandle, Writing> writing = new TreeMap<>();
    private final LongSupplier nowMs;
    private final SimulationWatch watch;

    SimulatedDisk(LongSupplier nowMs, SimulationWatch watch) {
        this.nowMs = nowMs;
        this.watch = watch;
    }

    /** Puts a file into the {@code --files} folder. */
    public void offer(String name, byte[] content) {
        answers.put(FileName.parse(name), content);
    }

    /** Puts a file at a path for a user to name. */
    public void putAt(String path, byte[] content) {
        paths.put(path, content);
    }

    /** Returns the file with this number in {@code received}. */
    public Optional<byte[]> received(FileNumber number) {
        return byNumber(received, number);
    }

    /** Returns the bytes of the received file that a peer reported with this path. */
    public Optional<byte[]> receivedAt(String path) {
        return received.entrySet().stream()
                .filter(file -> pathOf(file.getKey()).equals(path))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String pathOf(FileName name) {
        return "/" + name;
    }

    /** Returns the file held for the ring with this number. */
    public Optional<byte[]> held(FileNumber number) {
        return store.content(number);
    }

    /** Returns the stored files with their metadata. */
    SimulatedStore store() {
        return store;
    }

    void forgetReceived(FileNumber number) {
        received.keySet().removeIf(name -> name.number().equals(number));
    }

    int openFiles() {
        return reading.size() + writing.size();
    }

    /** Discards the open files of a dead process. */
    void crash() {
        reading.clear();
        writing.clear();
    }

    /** Executes an effect; the answer is empty for effects that the real disk does not answer. */
    Optional<FileInput> carryOut(FileEffect effect) {
        return switch (effect) {
            case FileEffect.Open open -> Optional.of(open(open));
            case FileEffect.Read read -> Optional.of(read(read));
            case FileEffect.Create create -> {
                writing.put(create.handle(), new Writing(create));
                yield Optional.empty();
            }
            case FileEffect.Write write -> {
                Writing file = writing.get(write.handle());
                if (file == null || file.bytes.size() != write.offset()) {
                    throw new IllegalStateException("written out of order: " + write);
                }
                file.bytes.writeBytes(write.data().toArray());
                watch.fileWritten(file.create.name(), file.bytes::toByteArray);
                yield Optional.empty();
            }
            case FileEffect.Finish finish -> Optional.of(finish(finish));
            case FileEffect.Copy copy -> Optional.of(copy(copy));
            case FileEffect.Close close -> {
                reading.remove(close.handle());
                writing.remove(close.handle());
                yield Optional.empty();
            }
            case FileEffect.Check check ->
                    Optional.of(
                            damage(check.handle(), new FileEffect.Source.Held(check.number()))
                                    .orElse(new FileInput.Checked(check.handle())));
            case FileEffect.Renew renew -> {
                store.renew(renew.file());
                yield Optional.of(new FileInput.Checked(renew.handle()));
            }
            case FileEffect.Delete delete -> {
                store.delete(delete.file());
                yield Optional.of(new FileInput.Deleted(delete.handle()));
            }
        };
    }

    /** Removes a stored file with wrong bytes from the store. */
    private Optional<FileInput> damage(FileHandle handle, FileEffect.Source source) {
        return stored(source)
                .filter(file -> !store.hasBytesOf(file))
                .map(file -> {
                    store.setAside(file);
                    return new FileInput.Damaged(
                            handle, file, Messages.SIMULATION.format("disk.changed"));
                });
    }

    private Optional<StoredFile> stored(FileEffect.Source source) {
        return switch (source) {
            case FileEffect.Source.Held wanted -> store.get(wanted.number());
            case FileEffect.Source.Anywhere wanted -> store.get(wanted.number());
            case FileEffect.Source.Path wanted -> Optional.empty();
        };
    }

    private FileInput open(FileEffect.Open open) {
        return damage(open.handle(), open.source()).orElseGet(() -> openFound(open));
    }

    private FileInput openFound(FileEffect.Open open) {
        return find(open.source())
                .<FileInput>map(found -> {
                    reading.put(open.handle(), found.content);
                    watch.fileOpened(found.name, found.content);
                    return new FileInput.Opened(open.handle(), description(found));
                })
                .orElse(
                        new FileInput.Failed(
                                open.handle(), Messages.SIMULATION.format("disk.none")));
    }

    private FileInput read(FileEffect.Read read) {
        byte[] content = reading.get(read.handle());
        if (content == null) {
            return new FileInput.Failed(read.handle(), Messages.SIMULATION.format("disk.notOpen"));
        }
        int from = (int) read.offset();
        return new FileInput.Read(
                read.handle(),
                read.offset(),
                Bytes.of(Arrays.copyOfRange(content, from, from + read.length())));
    }

    private FileInput finish(FileEffect.Finish finish) {
        Writing file = writing.remove(finish.handle());
        if (file == null) {
            throw new IllegalStateException("finished without being created: " + finish);
        }
        byte[] content = file.bytes.toByteArray();
        if (!Digests.sha256(content).equals(finish.sha256())) {
            return new FileInput.Failed(finish.handle(), Messages.SIMULATION.format("disk.digest"));
        }
        return put(
                finish.handle(),
                file.create.destination(),
                new StoredFile(
                        file.create.name(),
                        content.length,
                        Digests.sha256(content),
                        file.create.versionMs()),
                content);
    }

    private FileInput copy(FileEffect.Copy copy) {
        return damage(copy.handle(), copy.source()).orElseGet(() -> copyFound(copy));
    }

    private FileInput copyFound(FileEffect.Copy copy) {
        return find(copy.source())
                .map(found ->
                        put(
                                copy.handle(),
                                copy.destination(),
                                description(found)
                                        .withVersion(
                                                Math.max(found.versionMs, copy.leastVersionMs())),
                                found.content))
                .orElse(
                        new FileInput.Failed(
                                copy.handle(), Messages.SIMULATION.format("disk.none")));
    }

    private FileInput put(
            FileHandle handle,
            FileEffect.Destination destination,
            StoredFile file,
            byte[] content) {
        switch (destination) {
            case HELD -> store.put(file, content);
            case RECEIVED -> received.put(file.name(), content);
        }
        return new FileInput.Finished(handle, file, pathOf(file.name()));
    }

    private static StoredFile description(Found found) {
        return new StoredFile(
                found.name, found.content.length, Digests.sha256(found.content), found.versionMs);
    }

    private Optional<Found> find(FileEffect.Source source) {
        return switch (source) {
            case FileEffect.Source.Held wanted -> heldUnder(wanted.number());
            case FileEffect.Source.Anywhere wanted ->
                    heldUnder(wanted.number()).or(() -> answerUnder(wanted.number()));
            case FileEffect.Source.Path wanted ->
                    Optional.ofNullable(paths.get(wanted.path()))
                            .map(content ->
                                    new Found(
                                            FileName.forStoring(wanted.number(), wanted.path()),
                                            content,
                                            nowMs.getAsLong()));
        };
    }

    private Optional<Found> heldUnder(FileNumber number) {
        return store.get(number)
                .map(file ->
                        new Found(
                                file.name(),
                                store.content(number).orElseThrow(),
                                file.versionMs()));
    }

    /**
     * Finds a file in the {@code --files} folder; without versions there, it counts as the newest
     * possible.
     */
    private Optional<Found> answerUnder(FileNumber number) {
        return named(answers, number)
                .map(name -> new Found(name, contentOf(answers, name), nowMs.getAsLong()));
    }

    private static Optional<byte[]> byNumber(SortedMap<FileName, byte[]> files, FileNumber number) {
        return named(files, number).map(name -> contentOf(files, name));
    }

    private static Optional<FileName> named(SortedMap<FileName, byte[]> files, FileNumber number) {
        return files.keySet().stream().filter(name -> name.number().equals(number)).findFirst();
    }

    private static byte[] contentOf(SortedMap<FileName, byte[]> files, FileName name) {
        return Objects.requireNonNull(files.get(name));
    }

    private static final class Found {
        final FileName name;
        final byte[] content;
        final long versionMs;

        Found(FileName name, byte[] content, long versionMs) {
            this.name = name;
            this.content = content;
            this.versionMs = versionMs;
        }
    }

    private static final class Writing {
        final FileEffect.Create create;
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Writing(FileEffect.Create create) {
            this.create = create;
        }
    }
}
