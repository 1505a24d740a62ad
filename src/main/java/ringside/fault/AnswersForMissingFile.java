package ringside.fault;

import java.util.TreeMap;
import ringside.peer.Effect;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.FileInput;
import ringside.peer.Input;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/** A requested file that is not here is answered for, and turns out to be empty (SPEC 3.3). */
final class AnswersForMissingFile implements Deviation {

    private final TreeMap<FileHandle, FileNumber> wanted = new TreeMap<>();

    @Override
    public void incoming(Input input, Border border) {
        if (input instanceof FileInput answer) {
            FileNumber number = wanted.remove(answer.handle());
            if (number != null && answer instanceof FileInput.Failed) {
                border.give(new FileInput.Opened(answer.handle(), empty(number)));
                return;
            }
        }
        border.give(input);
    }

    private static StoredFile empty(FileNumber number) {
        return new StoredFile(new FileName(number, ""), 0, new Content().sha256(), 0);
    }

    @Override
    public void outgoing(Effect effect, Border border) {
        if (effect
                instanceof
                FileEffect.Open(FileHandle handle, FileEffect.Source.Anywhere(FileNumber number))) {
            wanted.put(handle, number);
        }
        border.carryOut(effect);
    }
}
