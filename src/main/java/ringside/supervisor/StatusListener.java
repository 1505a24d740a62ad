package ringside.supervisor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ringside.channel.ConnectionListener;
import ringside.channel.PeerConnection;
import ringside.status.LifeEvent;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.supervisor.ManagedPeer.Kind;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.supervisor.PeerProgram.Voice;
import ringside.text.Messages;

/**
 * Receives the peers' reports, maps connections to peers, and attaches peers started by hand (SPEC
 * 9.3). Called on the threads of the status server.
 */
final class StatusListener implements ConnectionListener {

    private final Roster roster;
    private final EntryQueue entries;
    private final RingWideSettings ringWideSettings;
    private final Map<PeerConnection, ManagedPeer> connected = new ConcurrentHashMap<>();

    StatusListener(Roster roster, EntryQueue entries, RingWideSettings ringWideSettings) {
        this.roster = roster;
        this.entries = entries;
        this.ringWideSettings = ringWideSettings;
    }

    @Override
    public void connected(PeerConnection connection, StatusEntry hello) {
        Optional<ManagedPeer> known = roster.find(connection.peer());
        if (known.isEmpty()) {
            attach(connection, hello);
            return;
        }
        ManagedPeer peer = known.get();
        switch (voiceOf(peer, connection)) {
            case MAIN -> {
                connected.put(connection, peer);
                entries.addReport(hello);
                peer.connect(connection);
                catchUp(connection);
            }
            case ITS_OWN -> {
                connected.put(connection, peer);
                entries.addReport(hello);
                catchUp(connection);
            }
            // A second peer with the same id: the ring refuses it too (SPEC 7.4).
            case STRANGE -> connection.close();
        }
    }

    private static Voice voiceOf(ManagedPeer peer, PeerConnection connection) {
        ChildProcess process = peer.process();
        Voice voice = process == null ? Voice.STRANGE : process.hear(connection);
        return voice == Voice.MAIN && peer.isConnected() ? Voice.STRANGE : voice;
    }

    @Override
    public void reported(PeerConnection connection, StatusEntry entry) {
        @Nullable ManagedPeer peer = connected.get(connection);
        if (peer == null) {
            return;
        }
        entries.addReport(entry);
        switch (entry.event()) {
            case LifeEvent.Running _ -> peer.running().complete(null);
            case LifeEvent.Leaving _, LifeEvent.Left _ -> peer.setLeaving();
            case PeerEvent _, ProcessEvent _ -> {}
        }
    }

    /** Tells whoever writes a client what to mend (PROGRAMS 6). */
    @Override
    public void unreadable(PeerConnection connection, String reason) {
        @Nullable ManagedPeer peer = connected.get(connection);
        if (peer != null) {
            entries.addReport(
                    new StatusEntry(
                            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
                            peer.id(),
                            new LifeEvent.ActionFailed(
                                    Messages.SUPERVISOR.format("unreadable.action"),
                                    Messages.SUPERVISOR.format("unreadable", reason))));
        }
    }

    @Override
    public void disconnected(PeerConnection connection) {
        @Nullable ManagedPeer peer = connected.remove(connection);
        if (peer == null) {
            return;
        }
        ChildProcess process = peer.process();
        if (process != null && process.hearNoMore(connection)) {
            return;
        }
        peer.disconnected().complete(null);
        if (peer.kind() == Kind.ATTACHED) {
            entries.addProcessEvent(peer.id(), endOf(peer));
            peer.end();
        }
    }

    /**
     * Returns the end of an attached peer. Its process is not observed, only the end of its
     * channel.
     */
    private static ProcessEvent.ProcessEnded endOf(ManagedPeer attached) {
        return attached.isLeaving()
                ? new ProcessEvent.ProcessEnded(
                        ExitKind.QUIT, 0, Messages.SUPERVISOR.format("ended.departure"))
                : new ProcessEvent.ProcessEnded(
                        ExitKind.VANISHED, 0, Messages.SUPERVISOR.format("ended.vanished"));
    }

    private void attach(PeerConnection connection, StatusEntry hello) {
        ManagedPeer peer = new ManagedPeer(connection.peer(), Kind.ATTACHED);
        try {
            roster.add(peer);
        } catch (ActionFailedException e) {
            connection.close();
            return;
        }
        connected.put(connection, peer);
        entries.addProcessEvent(
                peer.id(), new ProcessEvent.ProcessAttached(connection.hello().processId()));
        entries.addReport(hello);
        peer.launched().complete(null);
        peer.connect(connection);
        ringWideSettings.reportingCommands().forEach(connection::send);
    }

    /** Sends a peer the settings that all peers received while it was starting. */
    private void catchUp(PeerConnection connection) {
        ringWideSettings.commandsFor(connection.hello().settings()).forEach(connection::send);
        ringWideSettings.reportingCommands().forEach(connection::send);
    }
}
