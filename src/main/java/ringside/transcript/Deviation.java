package ringside.transcript;

/**
 * Where a sentence is not quite as prescribed, but says the same (PROGRAMS 3.2). The kind and
 * number of dots is none.
 */
public sealed interface Deviation {

    /** Upper and lower case differ. */
    record Case() implements Deviation {}

    /** Blanks are missing, or there are too many. */
    record Blanks() implements Deviation {}

    /** A full stop is missing, or there is one too many. */
    record Stop() implements Deviation {}

    /** A comma is missing, or there is one too many. */
    record Comma() implements Deviation {}

    /** One letter of a long word is wrong, missing or too many, or two are exchanged. */
    record Spelling(String found, String wanted) implements Deviation {}

    /** A word that carries no meaning is missing. */
    record WordMissing(String word) implements Deviation {}

    /** A word that carries no meaning is too many. */
    record WordExtra(String word) implements Deviation {}

    /** The file's number has an extension. */
    record Extension() implements Deviation {}

    /** The file is named by its hash. */
    record FileByHash(String found, String wanted) implements Deviation {}
}
