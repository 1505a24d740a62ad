package ringside.recording;

import java.io.IOException;

/** A file that is no recording, or one of a newer version; the message is a plain sentence. */
public final class UnreadableRecordingException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableRecordingException(String sentence) {
        super(sentence);
    }
}
