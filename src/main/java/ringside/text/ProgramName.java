package ringside.text;

/** What the user types to start the program. Stateless. */
public final class ProgramName {

    /** The property in which the script that starts the program passes the name. */
    public static final String PROPERTY = "ringside.command";

    private static final String IN_A_CLONE = "./run-ring.sh";

    private ProgramName() {}

    /** Returns the word as the user types it: from a clone {@code ./run-ring.sh}. */
    public static String typed() {
        return System.getProperty(PROPERTY, IN_A_CLONE);
    }
}
