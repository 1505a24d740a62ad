package ringside.scenario;

import ringside.words.Sentences;

/** The sentences of this room, read from their bundle when the first is said. Any thread. */
final class Words {

    private static final Sentences SENTENCES = new Sentences("ringside.scenario.words");

    private Words() {}

    /** The sentence of a key; what is put in stands there as plain text. */
    static String say(String key, Object... inserts) {
        return SENTENCES.say(key, inserts);
    }
}
