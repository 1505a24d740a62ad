package ringside.recording;

import java.io.IOException;

/** Signals a file that is not a recording, or a newer one; the message is a plain sentence. */
public final class UnreadableRecordingException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableRecordingException(String sentence) {
        super(sentence);
    }
}
