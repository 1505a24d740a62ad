package ringside.peer;

/**
 * Identifies one piece of disk work. It travels with the effects and comes back with the answers,
 * as {@link QuestionPurpose} does over TCP, so that each answer says who waits for it.
 *
 * @param number never used twice by one peer
 * @param purpose why the disk is asked
 */
public record FileHandle(long number, FilePurpose purpose) implements Comparable<FileHandle> {

    @Override
    public int compareTo(FileHandle other) {
        return Long.compare(number, other.number);
    }
}
