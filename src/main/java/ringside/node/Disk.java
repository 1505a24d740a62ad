package ringside.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.peer.FileEffect;
import ringside.peer.FileInput;
import ringside.peer.FileSource;
import ringside.peer.StoredFile;

/**
 * Carries out what the core wants of the disk. Parts of files are read and written on the loop's
 * thread, from and to buffers; all else happens on the threads of {@link DiskLanes}, so that pings
 * are never late (SPEC 4.5). Every failure is an input with a sentence (SPEC 10.4); a bug on those
 * threads ends the peer like one on the loop's.
 */
final class Disk implements AutoCloseable {

    private final DataFolder folder;
    private final StoredFiles stored;
    private final Consumer<FileInput> inputs;
    private final Consumer<Runnable> onLoop;
    private final DiskLanes lanes = new DiskLanes();
    private final TreeMap<Long, ReadableFile> reading = new TreeMap<>();
    private final TreeMap<Long, Arriving> writing = new TreeMap<>();

    /** Files that another thread has in its hands, and whether the core still wants them. */
    private final TreeMap<Long, Boolean> inSlowHands = new TreeMap<>();

    private record Arriving(TemporaryFile file, FileEffect.Create create) {}

    /**
     * Works in one folder.
     *
     * @param inputs takes what the core is to hear, on the loop's thread
     * @param onLoop runs something on the loop's thread soon; callable from any thread
     */
    Disk(DataFolder folder, Consumer<FileInput> inputs, Consumer<Runnable> onLoop) {
        this.folder = folder;
        this.stored = new StoredFiles(folder.held());
        this.inputs = inputs;
        this.onLoop = onLoop;
    }

    void carryOut(FileEffect effect) {
        switch (effect) {
            case FileEffect.Open open ->
                    slowly(open.handle(), () -> sizeOf(open.source()), () -> open(open));
            case FileEffect.Read read -> read(read);
            case FileEffect.Create create -> create(create);
            case FileEffect.Write write -> write(write);
            case FileEffect.Finish finish -> finish(finish);
            case FileEffect.Copy copy ->
                    slowly(copy.handle(), () -> sizeOf(copy.source()), () -> copy(copy));
            case FileEffect.Check check ->
                    slowly(
                            check.handle(),
                            () -> sizeOf(new FileSource.Held(check.number())),
                            () -> check(check));
            case FileEffect.Close close -> close(close.handle());
            case FileEffect.Renew renew ->
                    slowly(renew.handle(), DiskLanes.SMALL, () -> renew(renew));
            case FileEffect.Delete delete ->
                    slowly(delete.handle(), DiskLanes.SMALL, () -> delete(delete));
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
            TemporaryFile file =
                    new TemporaryFile(
                            folder.partial(create.handle()), create.name(), create.place());
            writing.put(create.handle(), new Arriving(file, create));
        } catch (IOException e) {
            fail(create.handle(), Words.say("disk.write", Failures.sentence(e)));
        }
    }

    private void write(FileEffect.Write write) {
        Arriving arriving = writing.get(write.handle());
        if (arriving == null) {
            return;
        }
        try {
            arriving.file().write(write.offset(), write.data());
        } catch (IOException e) {
            fail(write.handle(), Words.say("disk.write", Failures.sentence(e)));
        }
    }

    private void close(long handle) {
        inSlowHands.computeIfPresent(handle, (key, wanted) -> false);
        ReadableFile readable = reading.remove(handle);
        if (readable != null) {
            readable.close();
        }
        Arriving arriving = writing.remove(handle);
        if (arriving != null) {
            arriving.file().discard();
        }
    }

    private void finish(FileEffect.Finish finish) {
        Arriving arriving = writing.remove(finish.handle());
        if (arriving != null) {
            slowly(finish.handle(), arriving.file()::size, () -> finished(finish, arriving));
        }
    }

    // -- on the disk's threads

    private long sizeOf(FileSource source) throws IOException {
        StoredFile file = folder.storedAt(source);
        return file == null ? Files.size(folder.find(source)) : file.bytes();
    }

    private Result open(FileEffect.Open open) throws IOException {
        StoredFile file = folder.storedAt(open.source());
        if (file != null) {
            return openStored(open.handle(), file);
        }
        Path path = folder.find(open.source());
        ReadableFile readable = ReadableFile.open(path);
        try {
            StoredFile described =
                    new StoredFile(
                            DataFolder.nameFor(open.source(), path),
                            readable.size(),
                            versionOf(open.source(), path),
                            readable.sha256());
            return new Result(new FileInput.Opened(open.handle(), described), readable);
        } catch (IOException e) {
            readable.close();
            throw e;
        }
    }

    /** What is stored anew is the newest; a file to answer with is as old as its last change. */
    private static long versionOf(FileSource source, Path path) throws IOException {
        return switch (source) {
            case FileSource.Path now -> System.currentTimeMillis();
            case FileSource.Anywhere answer ->
                    Math.max(0, Files.getLastModifiedTime(path).toMillis());
            case FileSource.Held held -> throw new IllegalStateException("stored: " + held);
        };
    }

    private Result openStored(long handle, StoredFile wanted) throws IOException {
        return switch (stored.open(wanted)) {
            case StoredFiles.Opened opened ->
                    new Result(new FileInput.Opened(handle, opened.file()), opened.readable());
            case StoredFiles.Damaged damaged ->
                    Result.of(new FileInput.Damaged(handle, damaged.file(), damaged.reason()));
        };
    }

    private Result check(FileEffect.Check check) throws IOException {
        StoredFile file = folder.held().get(check.number());
        if (file == null) {
            return Result.of(new FileInput.Checked(check.handle()));
        }
        Result result = openStored(check.handle(), file);
        if (result.opened() == null) {
            return result;
        }
        result.opened().close();
        return Result.of(new FileInput.Checked(check.handle()));
    }

    private Result finished(FileEffect.Finish finish, Arriving arriving) throws IOException {
        TemporaryFile file = arriving.file();
        try {
            String found = file.finish();
            if (!found.equals(finish.sha256())) {
                throw new IOException(Words.say("disk.digest"));
            }
            StoredFile whole = file.asVersion(arriving.create().versionMs(), found);
            Path path = file.moveIntoPlace(folder, whole);
            return Result.of(new FileInput.Finished(finish.handle(), whole, path.toString()));
        } catch (IOException e) {
            file.discard();
            throw e;
        }
    }

    private Result copy(FileEffect.Copy copy) throws IOException {
        StoredFile file = folder.storedAt(copy.source());
        if (file != null) {
            return copyStored(copy, file);
        }
        Path path = folder.find(copy.source());
        long versionMs =
                Math.max(copy.leastVersionMs(), versionOf(copy.source(), path));
        return copied(copy, path, DataFolder.nameFor(copy.source(), path), versionMs, null);
    }

    private Result copyStored(FileEffect.Copy copy, StoredFile file) throws IOException {
        Path path = folder.held().pathOf(file);
        try {
            return copied(copy, path, file.name(), file.versionMs(), file.sha256());
        } catch (IOException e) {
            Result checked = openStored(copy.handle(), file);
            if (checked.opened() != null) {
                checked.opened().close();
                throw e;
            }
            return checked;
        }
    }

    private Result copied(
            FileEffect.Copy copy,
            Path from,
            ringside.ring.FileName name,
            long versionMs,
            @Nullable String expected)
            throws IOException {
        TemporaryFile file = new TemporaryFile(folder.partial(copy.handle()), name, copy.place());
        try {
            file.copyFrom(from);
            String found = file.finish();
            if (expected != null && !found.equals(expected)) {
                throw new IOException(Words.say("disk.changed"));
            }
            StoredFile whole = file.asVersion(versionMs, found);
            Path path = file.moveIntoPlace(folder, whole);
            return Result.of(new FileInput.Finished(copy.handle(), whole, path.toString()));
        } catch (IOException e) {
            file.discard();
            throw e;
        }
    }

    private Result renew(FileEffect.Renew renew) throws IOException {
        folder.held().renew(renew.file());
        return Result.of(new FileInput.Checked(renew.handle()));
    }

    private Result delete(FileEffect.Delete delete) throws IOException {
        try {
            folder.held().delete(delete.file());
            return Result.of(new FileInput.Deleted(delete.handle()));
        } catch (IOException e) {
            throw new IOException(Words.say("disk.delete", Failures.sentence(e)), e);
        }
    }

    private void slowly(long handle, DiskLanes.Size size, SlowWork work) {
        inSlowHands.put(handle, true);
        lanes.run(
                size,
                () -> {
                    Result result = work.run();
                    onLoop.accept(() -> take(handle, result));
                },
                failure -> onLoop.accept(() -> failed(handle, failure)));
    }

    private void failed(long handle, Exception failure) {
        inSlowHands.remove(handle);
        switch (failure) {
            case IOException e -> fail(handle, Failures.sentence(e));
            case RuntimeException broken -> throw broken;
            case Exception impossible -> throw new IllegalStateException(impossible);
        }
    }

    private void take(long handle, Result result) {
        boolean isWanted = Boolean.TRUE.equals(inSlowHands.remove(handle));
        ReadableFile opened = result.opened();
        if (opened != null && isWanted) {
            reading.put(handle, opened);
        } else if (opened != null) {
            opened.close();
        }
        if (isWanted || result.input() instanceof FileInput.Damaged) {
            inputs.accept(result.input());
        }
    }

    private void fail(long handle, String reason) {
        close(handle);
        inputs.accept(new FileInput.Failed(handle, reason));
    }

    @Override
    public void close() {
        lanes.close();
        reading.values().forEach(ReadableFile::close);
        writing.values().forEach(arriving -> arriving.file().discard());
    }

    private record Result(FileInput input, @Nullable ReadableFile opened) {
        static Result of(FileInput input) {
            return new Result(input, null);
        }
    }

    private interface SlowWork {
        Result run() throws IOException;
    }
}
