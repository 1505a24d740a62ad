package ringside.app.control;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandText;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.PeerCommand;
import ringside.status.StatusEntry;

/**
 * The commands that the user gave to peers in this window. Their failures are shown where the user
 * gave them; all other failures are only in the list of events. JavaFX thread only.
 */
public final class UserCommands {

    /** Requests remembered: nobody waits for the outcome of more. */
    private static final int MOST = 256;

    private static final Pattern FILE_NUMBER = Pattern.compile("\\b[0-9]{4}\\b");

    private final Set<Request> asked = new LinkedHashSet<>();

    /**
     * A command to one peer.
     *
     * @param verb the first word of the command as typed
     * @param number of the file that it is about; empty for none
     */
    private record Request(PeerId peer, String verb, String number) {}

    /** Remembers a command. */
    void add(Command command) {
        if (command instanceof Command.Tell(var peers, PeerCommand what)) {
            String typed = CommandText.of(what);
            for (PeerId peer : peers) {
                asked.add(new Request(peer, verb(typed), number(typed)));
            }
            while (asked.size() > MOST) {
                asked.remove(asked.iterator().next());
            }
        }
    }

    /** Returns the reason if an event is the failure of a user's request; empty otherwise. */
    public Optional<String> failure(StatusEntry entry) {
        PeerId peer = entry.peer();
        if (entry.event() instanceof LifeEvent.ActionFailed(String action, String reason)) {
            return failure(new Request(peer, verb(action), number(action)), reason);
        }
        if (entry.event() instanceof LookupEvent.LookupFailed failed) {
            String verb = failed.purpose().name().toLowerCase(Locale.ROOT);
            return failure(new Request(peer, verb, failed.number().toString()), failed.reason());
        }
        return Optional.empty();
    }

    private Optional<String> failure(Request request, String reason) {
        return asked.contains(request) ? Optional.of(reason) : Optional.empty();
    }

    private static String verb(String typed) {
        return typed.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Returns the last file number in a command: a path before it may contain others. */
    private static String number(String typed) {
        return FILE_NUMBER
                .matcher(typed)
                .results()
                .map(MatchResult::group)
                .reduce((path, last) -> last)
                .orElse("");
    }
}
