package ringside.check.run;

/** What must be done when this program ends before its time: nothing is left running. */
public final class AtExit {

    private AtExit() {}

    /** Lets an action run when this program ends, until it is removed. */
    public static Thread run(Runnable action) {
        Thread hook = new Thread(action);
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    /** Takes an action away whose time is over. */
    public static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This program ends, and the action runs.
        }
    }
}
