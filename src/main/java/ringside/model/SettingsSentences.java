package ringside.model;

import static ringside.model.ExplanationTexts.format;

import java.util.ArrayList;
import java.util.List;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/** Puts changes of a peer's settings into a sentence. Pure. */
final class SettingsSentences {

    private static final double MILLIS_PER_SECOND = 1e3;

    private SettingsSentences() {}

    static String of(PeerId peer, PeerSettings now, RingState before) {
        PeerSettings was = before.peer(peer).map(PeerState::settings).orElse(PeerSettings.DEFAULTS);
        List<String> changes = changes(was, now);
        return changes.isEmpty()
                ? format("settingsChanged.none", peer)
                : format("settingsChanged", peer, String.join(", ", changes));
    }

    private static List<String> changes(PeerSettings was, PeerSettings now) {
        List<String> changes = new ArrayList<>();
        if (now.pingIntervalMs() != was.pingIntervalMs()) {
            changes.add(format("settingsChanged.ping", now.pingIntervalMs() / MILLIS_PER_SECOND));
        }
        if (now.misses() != was.misses()) {
            changes.add(format("settingsChanged.misses", now.misses()));
        }
        if (now.mss() != was.mss()) {
            changes.add(format("settingsChanged.mss", now.mss()));
        }
        if (now.loss() != was.loss()) {
            changes.add(format("settingsChanged.loss", Amounts.percent(now.loss())));
        }
        if (now.window() != was.window()) {
            changes.add(
                    format(
                            now.window() == 1
                                    ? "settingsChanged.window.one"
                                    : "settingsChanged.window",
                            now.window()));
        }
        if (now.shortcuts() != was.shortcuts()) {
            changes.add(
                    format(
                            now.shortcuts()
                                    ? "settingsChanged.shortcuts.on"
                                    : "settingsChanged.shortcuts.off"));
        }
        return changes;
    }
}
