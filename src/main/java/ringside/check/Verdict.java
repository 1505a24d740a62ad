package ringside.check;

import ringside.text.Messages;

/** What was found about one check (PROGRAMS 5.2). */
public enum Verdict {
    /** The program does what is asked for. */
    HELD,
    /** It does, in other words than are prescribed. */
    DEVIATES,
    /** It does not. */
    FAILED,
    /** The machine was too busy to tell. */
    INCONCLUSIVE,
    /** A check that this one needs has failed. */
    NOT_REACHED,
    /** The rules do not ask for it, or this machine cannot look. */
    NOT_APPLICABLE;

    /** Returns whether the program has done what is asked for. */
    public boolean isGood() {
        return switch (this) {
            case HELD, DEVIATES -> true;
            case FAILED, INCONCLUSIVE, NOT_REACHED, NOT_APPLICABLE -> false;
        };
    }

    /** Returns whether nothing is left to be looked at: it is good, or does not apply. */
    public boolean isSettled() {
        return isGood() || this == NOT_APPLICABLE;
    }

    /** Returns it for people. */
    public String word() {
        return Messages.CHECK.format("verdict." + name());
    }
}
