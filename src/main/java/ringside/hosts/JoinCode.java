package ringside.hosts;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import ringside.text.Messages;

/**
 * The code with which machines join a ring (SPEC 13.7): {@value #LENGTH} letters, of those that
 * nobody takes for another. It is as good as 36 random bits, so that a key is made of it slowly.
 *
 * @param letters in upper case
 */
public record JoinCode(String letters) {

    /** Number of letters: they fit on a projector, and in a head for the way to one's seat. */
    public static final int LENGTH = 8;

    /** Without I and O, which look like digits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** A second of a processor a guess: all codes take it some thousand years. */
    private static final int ROUNDS = 600_000;

    private static final int SEED_BITS = 256;

    /** Codes serve nothing else. */
    private static final byte[] SALT = {'r', 'i', 'n', 'g', 's', 'i', 'd', 'e', ' ', '1'};

    public JoinCode {
        if (letters.length() != LENGTH
                || letters.chars().anyMatch(each -> ALPHABET.indexOf(each) < 0)) {
            throw new IllegalArgumentException(Messages.HOSTS.format("code.form", LENGTH));
        }
    }

    /** Draws a code. */
    public static JoinCode random() {
        return new JoinCode(
                new SecureRandom()
                        .ints(LENGTH, 0, ALPHABET.length())
                        .mapToObj(index -> ALPHABET.substring(index, index + 1))
                        .collect(Collectors.joining()));
    }

    /**
     * Reads a code as it is typed: in any case, with blanks or hyphens between letters.
     *
     * @throws IllegalArgumentException with a sentence when it is none
     */
    public static JoinCode parse(String text) {
        return new JoinCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** Returns the seed of the key that both sides make of the code; takes about a second. */
    byte[] seed() {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(letters.toCharArray(), SALT, ROUNDS, SEED_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** Returns the letters in two groups, as they are read aloud. */
    public String spoken() {
        return letters.substring(0, LENGTH / 2) + '-' + letters.substring(LENGTH / 2);
    }

    /** Keeps the secret. */
    @Override
    public String toString() {
        return "JoinCode";
    }
}
