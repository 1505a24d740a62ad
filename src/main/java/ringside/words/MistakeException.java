package ringside.words;

import java.util.function.Supplier;

/**
 * A value that cannot be, with a sentence for the one who typed it. The sentence is put together
 * when somebody reads it, and not before: bad values come from the network too, by the thousand, and
 * of those nobody asks what is wrong with them.
 */
public final class MistakeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<String> sentence;

    /** Takes what says the sentence, any number of times. */
    public MistakeException(Supplier<String> sentence) {
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence.get();
    }
}
