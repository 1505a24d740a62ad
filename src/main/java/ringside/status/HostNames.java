package ringside.status;

import java.util.regex.Pattern;
import ringside.text.Messages;

/** The names of hosts, which run peers of a ring. Stateless; may be called from any thread. */
public final class HostNames {

    /** Longest name of a host, in characters. */
    public static final int LONGEST = 32;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1," + LONGEST + "}");

    private HostNames() {}

    /**
     * Returns a name of a host: 1 to {@value #LONGEST} of the letters a to z in both cases, digits,
     * '-', '_' and '.'.
     *
     * @throws IllegalArgumentException with a sentence for the user when it is none
     */
    public static String check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(Messages.STATUS.format("host", name, LONGEST));
        }
        return name;
    }

    /** Returns another name for a host whose name is taken, such as {@code lab07-2}. */
    public static String another(String name, int copy) {
        String end = "-" + copy;
        return name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end;
    }
}
