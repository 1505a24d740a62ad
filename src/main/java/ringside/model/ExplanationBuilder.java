package ringside.model;

import java.util.ArrayList;
import java.util.List;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;

/** Builds explanations of one entry, with the entry's time and peer. */
record ExplanationBuilder(StatusEntry entry, EventKind kind) {

    Explanation plain(String text, PeerId... others) {
        return of(Severity.PLAIN, text, others);
    }

    Explanation good(String text, PeerId... others) {
        return of(Severity.GOOD, text, others);
    }

    Explanation transfer(String text, PeerId... others) {
        return of(Severity.TRANSFER, text, others);
    }

    Explanation warning(String text, PeerId... others) {
        return of(Severity.WARNING, text, others);
    }

    Explanation bad(String text, PeerId... others) {
        return of(Severity.BAD, text, others);
    }

    private Explanation of(Severity severity, String text, PeerId... others) {
        List<PeerId> concerned = new ArrayList<>(List.of(entry.peer()));
        for (PeerId other : others) {
            if (!concerned.contains(other)) {
                concerned.add(other);
            }
        }
        return new Explanation(entry.atMicros(), entry.peer(), kind, severity, text, concerned);
    }
}
