package ringside.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.peer.FileEffect;
import ringside.peer.FileInput;
import ringside.peer.FileSource;
import ringside.peer.StoredFile;

/**
 * Carries out what the core wants of the disk. Small reads and writes happen at once on the loop's
 * thread, from and to buffers; what takes long (digests, whole copies) happens on one thread of its
 * own, so that pings are never late (SPEC 4.5). Every failure is an input with a sentence (SPEC
 * 10.4); a bug on that thread ends the peer like one on the loop's.
 */
final class Disk implements AutoCloseable {

    private final DataFolder folder;
    private final Consumer<FileInput> inputs;
    private final Consumer<Runnable> onLoop;
    private final ExecutorService slow =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("disk").factory());
    private final TreeMap<Long, ReadableFile> reading = new TreeMap<>();
    private final TreeMap<Long, TemporaryFile> writing = new TreeMap<>();

    /** Files that the slow thread has in its hands, and whether the core still wants them. */
    private final TreeMap<Long, Boolean> inSlowHands = new TreeMap<>();

    /**
     * Works in one folder.
     *
     * @param inputs takes what the core is to hear, on the loop's thread
     * @param onLoop runs something on the loop's thread soon; callable from any thread
     */
    Disk(DataFolder folder, Consumer<FileInput> inputs, Consumer<Runnable> onLoop) {
        this.folder = folder;
        this.inputs = inputs;
        this.onLoop = onLoop;
    }

    void carryOut(FileEffect effect) {
        switch (effect) {
            case FileEffect.Open open -> slowly(open.handle(), () -> open(open));
            case FileEffect.Read read -> read(read);
            case FileEffect.Create create -> create(create);
            case FileEffect.Write write -> write(write);
            case FileEffect.Finish finish -> finish(finish);
            case FileEffect.Copy copy -> slowly(copy.handle(), () -> copy(copy));
            case FileEffect.Close close -> close(close.handle());
            case FileEffect.Delete delete -> delete(delete);
        }
    }

    // -- at once

    private void read(FileEffect.Read read) {
        ReadableFile file = reading.get(read.handle());
        if (file == null) {
            return;
        }
        try {
            inputs.accept(
                    new FileInput.Read(
                            read.handle(), read.offset(), file.read(read.offset(), read.length())));
        } catch (IOException e) {
            fail(read.handle(), Words.say("disk.read", Failures.sentence(e)));
        }
    }

    private void create(FileEffect.Create create) {
        try {
            writing.put(
                    create.handle(),
                    folder.temporary(
                            create.handle(), create.name(), create.place(), create.versionMs()));
        } catch (IOException e) {
            fail(create.handle(), Words.say("disk.write", Failures.sentence(e)));
        }
    }

    private void write(FileEffect.Write write) {
        TemporaryFile file = writing.get(write.handle());
        if (file == null) {
            return;
        }
        try {
            file.write(write.offset(), write.data());
        } catch (IOException e) {
            fail(write.handle(), Words.say("disk.write", Failures.sentence(e)));
        }
    }

    private void delete(FileEffect.Delete delete) {
        try {
            folder.deleteHeld(delete.name());
        } catch (IOException e) {
            fail(delete.handle(), Words.say("disk.delete", Failures.sentence(e)));
        }
    }

    private void close(long handle) {
        inSlowHands.computeIfPresent(handle, (key, wanted) -> false);
        ReadableFile readable = reading.remove(handle);
        if (readable != null) {
            readable.close();
        }
        TemporaryFile temporary = writing.remove(handle);
        if (temporary != null) {
            temporary.discard();
        }
    }

    // -- on the slow thread

    private void finish(FileEffect.Finish finish) {
        TemporaryFile file = writing.remove(finish.handle());
        if (file != null) {
            slowly(finish.handle(), () -> finished(finish, file));
        }
    }

    private Result open(FileEffect.Open open) throws IOException {
        Path path = folder.find(open.source());
        StoredFile file = folder.describe(open.source(), path);
        ReadableFile readable = ReadableFile.open(path, file.bytes());
        return new Result(new FileInput.Opened(open.handle(), file), readable);
    }

    private Result finished(FileEffect.Finish finish, TemporaryFile file) throws IOException {
        try {
            String found = file.flush();
            if (!found.equals(finish.sha256())) {
                throw new IOException(Words.say("disk.digest"));
            }
            Path path = file.moveIntoPlace();
            return new Result(
                    new FileInput.Finished(
                            finish.handle(), file.description(found), path.toString()),
                    null);
        } catch (IOException e) {
            file.discard();
            throw e;
        }
    }

    private Result copy(FileEffect.Copy copy) throws IOException {
        Path path = folder.find(copy.source());
        StoredFile description = folder.describe(copy.source(), path);
        TemporaryFile file =
                folder.temporary(
                        copy.handle(),
                        description.name(),
                        copy.place(),
                        description.versionMs());
        try {
            file.copyFrom(path);
            Path target = file.moveIntoPlace();
            return new Result(
                    new FileInput.Finished(
                            copy.handle(),
                            file.description(description.sha256()),
                            target.toString()),
                    null);
        } catch (IOException e) {
            file.discard();
            throw e;
        }
    }

    private void slowly(long handle, SlowWork work) {
        inSlowHands.put(handle, true);
        slow.execute(
                () -> {
                    try {
                        Result result = work.run();
                        onLoop.accept(() -> take(handle, result));
                    } catch (IOException e) {
                        String reason = Failures.sentence(e);
                        onLoop.accept(
                                () -> {
                                    inSlowHands.remove(handle);
                                    fail(handle, reason);
                                });
                    } catch (RuntimeException broken) {
                        onLoop.accept(
                                () -> {
                                    throw broken;
                                });
                    }
                });
    }

    private void take(long handle, Result result) {
        boolean isWanted = Boolean.TRUE.equals(inSlowHands.remove(handle));
        ReadableFile opened = result.opened();
        if (opened != null && isWanted) {
            reading.put(handle, opened);
        } else if (opened != null) {
            opened.close();
        }
        if (isWanted) {
            inputs.accept(result.input());
        }
    }

    private void fail(long handle, String reason) {
        close(handle);
        inputs.accept(new FileInput.Failed(handle, reason));
    }

    @Override
    public void close() {
        slow.shutdownNow();
        reading.values().forEach(ReadableFile::close);
        writing.values().forEach(TemporaryFile::discard);
    }

    private record Result(FileInput input, @Nullable ReadableFile opened) {}

    private interface SlowWork {
        Result run() throws IOException;
    }
}
