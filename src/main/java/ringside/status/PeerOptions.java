package ringside.status;

import ringside.ring.Circle;

/**
 * The options on the command line of a peer and of every command that starts peers: one list of
 * their names for all who read or write them (SPEC 1.2, 12.1). {@link PeerSettings} has the ranges
 * and defaults of the settings among them.
 */
public final class PeerOptions {

    /** The known peer through which a newcomer joins. */
    public static final String JOIN = "--join";

    /** {@link PeerSettings#pingIntervalMs}, as a duration such as 250ms. */
    public static final String PING = "--ping";

    /** {@link PeerSettings#misses}. */
    public static final String MISSES = "--misses";

    /** {@link PeerSettings#successors}. */
    public static final String SUCCESSORS = "--successors";

    /** {@link PeerSettings#replicas}. */
    public static final String REPLICAS = "--copies";

    /** {@link PeerSettings#mss}; a peer takes it without a name. */
    public static final String MSS = "--mss";

    /** {@link PeerSettings#window}. */
    public static final String WINDOW = "--window";

    /** {@link PeerSettings#loss}; a peer takes it without a name. */
    public static final String LOSS = "--loss";

    /** {@link PeerSettings#shortcuts}; takes no value. */
    public static final String SHORTCUTS = "--shortcuts";

    /** The port of peer 0, 1 to {@value #MAX_BASE_PORT}; peer ID listens on this port + ID. */
    public static final String BASE_PORT = "--base-port";

    /** The address in digits that the peer binds to; that of the loopback unless told otherwise. */
    public static final String LISTEN = "--listen";

    /** Where other peers are: ADDRESS=ID,ID,...; may be given several times. */
    public static final String AT = "--at";

    /** A file with the ring's key, or {@link #STANDARD_INPUT}. */
    public static final String KEY = "--key";

    /** The value of {@link #KEY} for the first line of standard input. */
    public static final String STANDARD_INPUT = "-";

    /** The folder for files and logs. */
    public static final String DATA = "--data";

    /** A folder with more files to answer with. */
    public static final String FILES = "--files";

    /** A {@link PlantedFault} of the peer, for those who look for it. */
    public static final String FAULT = "--fault";

    /** The address of the status channel. */
    public static final String STATUS = "--status";

    /** Leaves out the two ping lines on the terminal. */
    public static final String QUIET = "--quiet";

    /** The default base port (SPEC 1.1). */
    public static final int DEFAULT_BASE_PORT = 50_000;

    /** The highest base port that leaves a port for peer 255. */
    public static final int MAX_BASE_PORT = 65_535 - (Circle.IDS_OF_PROCESSES - 1);

    private PeerOptions() {}
}
