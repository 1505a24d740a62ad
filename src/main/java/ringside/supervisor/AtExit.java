package ringside.supervisor;

/** What must be done when this program ends before its time: nothing is left running. */
public final class AtExit {

    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    /** Lets an action run when this program ends, until it is removed. */
    public static AtExit run(String name, Runnable action) {
        Thread hook = new Thread(action, name);
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
    }

    /** Takes the action away when its time is over. */
    public void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This program ends: the action runs, or has called this.
        }
    }
}
