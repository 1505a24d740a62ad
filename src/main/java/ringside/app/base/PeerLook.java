package ringside.app.base;

import java.util.Locale;
import java.util.Optional;
import ringside.model.Amounts;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.model.Suspicion;

/** The look of a peer: each has its own shape or word (WINDOW 9.1). */
public enum PeerLook {
    STARTING,
    JOINING,
    RUNNING,
    SUSPECTED,
    PAUSED,
    LEAVING,
    QUIT,
    KILLED,
    VANISHED,
    CRASHED,
    REFUSED;

    /** Returns the look of a peer: the most serious one that applies. */
    public static PeerLook of(PeerState peer) {
        return switch (peer.phase()) {
            case QUIT -> QUIT;
            case KILLED -> KILLED;
            case VANISHED -> VANISHED;
            case CRASHED -> CRASHED;
            case REFUSED -> REFUSED;
            case STARTING, JOINING, RUNNING, LEAVING -> ofLiving(peer);
        };
    }

    private static PeerLook ofLiving(PeerState peer) {
        if (peer.process().paused()) {
            return PAUSED;
        }
        if (peer.phase() == PeerPhase.LEAVING) {
            return LEAVING;
        }
        if (!peer.suspectedBy().isEmpty()) {
            return SUSPECTED;
        }
        return switch (peer.phase()) {
            case STARTING -> STARTING;
            case JOINING -> JOINING;
            case RUNNING, LEAVING, QUIT, KILLED, VANISHED, CRASHED, REFUSED -> RUNNING;
        };
    }

    /** Returns whether a peer that looks so has a process. */
    public boolean isAlive() {
        return switch (this) {
            case STARTING, JOINING, RUNNING, SUSPECTED, PAUSED, LEAVING -> true;
            case QUIT, KILLED, VANISHED, CRASHED, REFUSED -> false;
        };
    }

    /** Returns the class in the style sheets, such as 'suspected'. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns one word for the inspector and for screen readers, such as 'running'. */
    public String word() {
        return Texts.text("look." + styleClass());
    }

    /**
     * Returns the text beside a peer in the ring; empty for one that runs normally.
     *
     * @param nowMicros the time that is shown, in microseconds since the epoch
     */
    public static String words(PeerState peer, long nowMicros) {
        PeerLook look = of(peer);
        return switch (look) {
            case RUNNING -> "";
            case STARTING, JOINING, LEAVING -> look.word();
            case SUSPECTED -> suspected(peer, "");
            case PAUSED -> suspected(peer, look.word());
            case QUIT, KILLED, VANISHED, CRASHED, REFUSED -> dead(peer, look, nowMicros);
        };
    }

    private static String dead(PeerState peer, PeerLook look, long nowMicros) {
        String ago =
                Texts.text(
                        "look.ago." + look.styleClass(),
                        Amounts.age(nowMicros - peer.process().phaseSinceMicros()),
                        peer.process().exitCode());
        boolean counting = peer.worstSuspicion().filter(worst -> !worst.declaredDead()).isPresent();
        return counting ? suspected(peer, ago) : ago;
    }

    private static String suspected(PeerState peer, String before) {
        Optional<Suspicion> gravest = peer.worstSuspicion();
        if (gravest.isEmpty()) {
            return before;
        }
        Suspicion worst = gravest.get();
        String words =
                worst.declaredDead()
                        ? Texts.text("look.declaredDead", worst.by())
                        : Texts.text("look.missed", worst.missed(), worst.limit());
        return before.isEmpty() ? words : before + " · " + words;
    }
}
