package ringside.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.FileInput;
import ringside.peer.Input;
import ringside.text.Messages;

/**
 * Executes the core's disk effects without blocking the loop: everything that touches the disk runs
 * on the threads of {@link DiskLanes}, so that pings are never late (SPEC 4.5). Every failure
 * becomes an input with a sentence (SPEC 10.4); a bug on those threads ends the peer like one on
 * the loop's thread. Confined to the loop's thread.
 */
final class Disk implements AutoCloseable {

    /** Pieces kept to be used again: 2 MiB. */
    private static final int MOST_FREE = 32;

    private final DataFolder folder;
    private final DiskWork work;
    private final DiskLanes lanes;
    private final Consumer<Input> inputs;
    private final Consumer<Runnable> onLoop;
    private final WriteBacklog backlog;

    /** Pieces that are written: a fast transfer would fill the heap with new ones. */
    private final ArrayBlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(MOST_FREE);

    private final TreeMap<FileHandle, OutgoingFile> reading = new TreeMap<>();
    private final TreeMap<FileHandle, IncomingFile> writing = new TreeMap<>();

    /** Whole files being processed by a disk thread, and whether the core still wants them. */
    private final TreeMap<FileHandle, Boolean> fileJobs = new TreeMap<>();

    private final OutgoingFile.Outside outside =
            new OutgoingFile.Outside() {
                @Override
                public void read(
                        FileHandle handle, OutgoingFile.Fetch fetch, Consumer<Bytes> then) {
                    lanes.read(
                            () -> {
                                Bytes bytes = fetch.run();
                                onLoop.accept(() -> then.accept(bytes));
                            },
                            failure -> onLoop.accept(() -> failed(handle, "disk.read", failure)));
                }

                @Override
                public void tell(FileInput.Read read) {
                    inputs.accept(read);
                }

                @Override
                public void close(ReadableFile file) {
                    later(file);
                }
            };

    /**
     * Creates a disk for one folder.
     *
     * @param lanes the disk threads; closed with this object
     * @param inputs receives the inputs for the core, on the loop's thread
     * @param onLoop schedules an action on the loop's thread; may be called from any thread
     */
    Disk(DataFolder folder, DiskLanes lanes, Consumer<Input> inputs, Consumer<Runnable> onLoop) {
        this.folder = folder;
        this.work = new DiskWork(folder);
        this.lanes = lanes;
        this.inputs = inputs;
        this.onLoop = onLoop;
        this.backlog = new WriteBacklog(inputs, onLoop);
    }

    void carryOut(FileEffect effect) {
        switch (effect) {
            case FileEffect.Open open ->
                    start(open.handle(), () -> work.sizeOf(open.source()), () -> work.open(open));
            case FileEffect.Read read -> read(read);
            case FileEffect.Create create -> create(create);
            case FileEffect.Write write -> write(write);
            case FileEffect.Finish finish -> finish(finish);
            case FileEffect.Copy copy ->
                    start(copy.handle(), () -> work.sizeOf(copy.source()), () -> work.copy(copy));
            case FileEffect.Check check ->
                    start(
                            check.handle(),
                            () -> work.sizeOf(new FileEffect.Source.Held(check.number())),
                            () -> work.check(check));
            case FileEffect.Close close -> close(close.handle());
            case FileEffect.Renew renew ->
                    start(renew.handle(), DiskLanes.SMALL, () -> work.renew(renew));
            case FileEffect.Delete delete ->
                    start(delete.handle(), DiskLanes.SMALL, () -> work.delete(delete));
        }
    }

    // -- parts of files

    private void read(FileEffect.Read read) {
        OutgoingFile file = reading.get(read.handle());
        if (file != null) {
            file.read(read);
        }
    }

    private void create(FileEffect.Create create) {
        FileHandle handle = create.handle();
        TemporaryFile onDisk =
                new TemporaryFile(
                        folder.partial(handle.number()), create.name(), create.destination());
        writing.put(
                handle,
                new IncomingFile(create, onDisk, free, piece -> write(handle, onDisk, piece)));
        lanes.write(onDisk::create, failure -> writeFailed(handle, failure));
    }

    private void write(FileEffect.Write write) {
        IncomingFile file = writing.get(write.handle());
        if (file != null) {
            file.write(write);
        }
    }

    private void write(FileHandle handle, TemporaryFile onDisk, ByteBuffer piece) {
        int count = piece.remaining();
        backlog.given(count);
        lanes.write(
                () -> {
                    try {
                        onDisk.write(piece);
                    } finally {
                        var _ = free.offer(piece);
                        backlog.written(count);
                    }
                },
                failure -> writeFailed(handle, failure));
    }

    private void writeFailed(FileHandle handle, Exception failure) {
        onLoop.accept(() -> failed(handle, "disk.write", failure));
    }

    /** Runs after all pieces of the file have been written. */
    private void finish(FileEffect.Finish finish) {
        IncomingFile file = writing.remove(finish.handle());
        if (file != null) {
            file.flush();
            fileJobs.put(finish.handle(), true);
            lanes.write(
                    () -> run(finish.handle(), file.onDisk::size, () -> work.finish(finish, file)),
                    failure -> jobFailed(finish.handle(), failure));
        }
    }

    private void close(FileHandle handle) {
        fileJobs.computeIfPresent(handle, (key, wanted) -> false);
        OutgoingFile outgoing = reading.remove(handle);
        if (outgoing != null) {
            outgoing.close();
        }
        IncomingFile incoming = writing.remove(handle);
        if (incoming != null) {
            lanes.write(incoming.onDisk::discard, Disk::broken);
        }
    }

    private void later(ReadableFile file) {
        lanes.read(file::close, Disk::broken);
    }

    /** Handles a failure that cannot occur, because closing a file does not report disk errors. */
    private static void broken(Exception failure) {
        throw new IllegalStateException(failure);
    }

    /** Reports the first failed part of a file; later ones are ignored. */
    private void failed(FileHandle handle, String sentence, Exception failure) {
        IOException e = requireIo(failure);
        boolean isWanted =
                reading.containsKey(handle)
                        || writing.containsKey(handle)
                        || Boolean.TRUE.equals(fileJobs.get(handle));
        if (isWanted) {
            fail(handle, Messages.NODE.format(sentence, Failures.sentence(e)));
        }
    }

    // -- whole files

    private void start(FileHandle handle, DiskLanes.Size size, FileJob job) {
        fileJobs.put(handle, true);
        run(handle, size, job);
    }

    private void run(FileHandle handle, DiskLanes.Size size, FileJob job) {
        lanes.run(
                size,
                () -> {
                    DiskWork.Result result = job.run();
                    onLoop.accept(() -> take(handle, result));
                },
                failure -> jobFailed(handle, failure));
    }

    private void jobFailed(FileHandle handle, Exception failure) {
        onLoop.accept(() -> {
            boolean isWanted = Boolean.TRUE.equals(fileJobs.remove(handle));
            IOException e = requireIo(failure);
            if (isWanted) {
                fail(handle, Failures.sentence(e));
            }
        });
    }

    private void take(FileHandle handle, DiskWork.Result result) {
        boolean isWanted = Boolean.TRUE.equals(fileJobs.remove(handle));
        ReadableFile opened = result.opened();
        if (opened != null && isWanted) {
            reading.put(handle, new OutgoingFile(handle, opened, outside));
        } else if (opened != null) {
            later(opened);
        }
        if (isWanted || result.input() instanceof FileInput.Damaged) {
            inputs.accept(result.input());
        }
    }

    private static IOException requireIo(Exception failure) {
        return switch (failure) {
            case IOException e -> e;
            case RuntimeException broken -> throw broken;
            case Exception impossible -> throw new IllegalStateException(impossible);
        };
    }

    private void fail(FileHandle handle, String reason) {
        close(handle);
        inputs.accept(new FileInput.Failed(handle, reason));
    }

    @Override
    public void close() {
        reading.values().forEach(OutgoingFile::close);
        writing.values().forEach(file -> lanes.write(file.onDisk::discard, Disk::broken));
        reading.clear();
        writing.clear();
        lanes.close();
    }

    private interface FileJob {
        DiskWork.Result run() throws IOException;
    }
}
