package ringside.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.FileInput;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.text.Messages;

/**
 * Operations on whole files, run on the disk threads: find, digest, copy, check, put in place,
 * delete. Every call may block on the disk; it returns the input for the core, or throws an {@link
 * IOException} that can be turned into a sentence.
 */
final class DiskWork {

    private final DataFolder folder;
    private final StoredFiles stored;

    DiskWork(DataFolder folder) {
        this.folder = folder;
        this.stored = new StoredFiles(folder.held());
    }

    /** The result of an operation, with the file that is now open, if there is one. */
    record Result(FileInput input, @Nullable ReadableFile opened) {
        static Result of(FileInput input) {
            return new Result(input, null);
        }
    }

    long sizeOf(FileEffect.Source source) throws IOException {
        StoredFile file = folder.storedAt(source);
        return file == null ? Files.size(folder.find(source)) : file.bytes();
    }

    Result open(FileEffect.Open open) throws IOException {
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
                            readable.sha256(),
                            versionOf(open.source(), path));
            return new Result(new FileInput.Opened(open.handle(), described), readable);
        } catch (IOException e) {
            readable.close();
            throw e;
        }
    }

    /**
     * Returns the version of an unstored source: now for a file to be stored, and the time of the
     * last change for a file to answer with.
     */
    private static long versionOf(FileEffect.Source source, Path path) throws IOException {
        return switch (source) {
            case FileEffect.Source.Path now -> System.currentTimeMillis();
            case FileEffect.Source.Anywhere answer ->
                    Math.max(0, Files.getLastModifiedTime(path).toMillis());
            case FileEffect.Source.Held held -> throw new IllegalStateException("stored: " + held);
        };
    }

    private Result openStored(FileHandle handle, StoredFile wanted) throws IOException {
        return switch (stored.open(wanted)) {
            case StoredFiles.Opened opened ->
                    new Result(new FileInput.Opened(handle, opened.file()), opened.readable());
            case StoredFiles.Damaged damaged ->
                    Result.of(new FileInput.Damaged(handle, damaged.file(), damaged.reason()));
        };
    }

    Result check(FileEffect.Check check) throws IOException {
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

    Result finish(FileEffect.Finish finish, IncomingFile arrived) throws IOException {
        TemporaryFile file = arrived.onDisk;
        try {
            String found = file.finish();
            if (!found.equals(finish.sha256())) {
                throw new IOException(Messages.NODE.format("disk.digest"));
            }
            StoredFile whole = file.asVersion(arrived.create.versionMs(), found);
            Path path = file.moveIntoPlace(folder, whole);
            return Result.of(new FileInput.Finished(finish.handle(), whole, path.toString()));
        } catch (IOException e) {
            file.discard();
            throw e;
        }
    }

    Result copy(FileEffect.Copy copy) throws IOException {
        StoredFile file = folder.storedAt(copy.source());
        if (file != null) {
            return copyStored(copy, file);
        }
        Path path = folder.find(copy.source());
        long versionMs = Math.max(copy.leastVersionMs(), versionOf(copy.source(), path));
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
            FileName name,
            long versionMs,
            @Nullable String expected)
            throws IOException {
        TemporaryFile file =
                new TemporaryFile(folder.partial(copy.handle().number()), name, copy.destination());
        try {
            file.create();
            file.copyFrom(from);
            String found = file.finish();
            if (expected != null && !found.equals(expected)) {
                throw new IOException(Messages.NODE.format("disk.changed"));
            }
            StoredFile whole = file.asVersion(versionMs, found);
            Path path = file.moveIntoPlace(folder, whole);
            return Result.of(new FileInput.Finished(copy.handle(), whole, path.toString()));
        } catch (IOException e) {
            file.discard();
            throw e;
        }
    }

    Result renew(FileEffect.Renew renew) throws IOException {
        folder.held().renew(renew.file());
        return Result.of(new FileInput.Checked(renew.handle()));
    }

    Result delete(FileEffect.Delete delete) throws IOException {
        try {
            folder.held().delete(delete.file());
            return Result.of(new FileInput.Deleted(delete.handle()));
        } catch (IOException e) {
            throw new IOException(Messages.NODE.format("disk.delete", Failures.sentence(e)), e);
        }
    }
}
