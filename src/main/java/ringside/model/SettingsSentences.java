package ringside.model;

import java.util.ArrayList;
import java.util.List;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/** Puts changes of a peer's settings into a sentence. Pure. */
final class SettingsSentences {

    private static final double MILLIS_PER_SECOND = 1e3;

    private SettingsSentences() {}

    static Explanation of(StatusEntry entry, LifeEvent.SettingsChanged event, RingState before) {
        PeerSettings was =
                before.peer(entry.peer()).map(PeerState::settings).orElse(PeerSettings.DEFAULTS);
        List<String> changes = changes(was, event.settings());
        return new ExplanationBuilder(entry, EventKind.OUTPUT)
                .plain(
                        changes.isEmpty()
                                ? ExplanationTexts.format("settingsChanged.none", entry.peer())
                                : ExplanationTexts.format(
                                        "settingsChanged",
                                        entry.peer(),
                                        String.join(", ", changes)));
    }

    private static List<String> changes(PeerSettings was, PeerSettings now) {
        List<String> changes = new ArrayList<>();
        if (now.pingIntervalMs() != was.pingIntervalMs()) {
            changes.add(
                    ExplanationTexts.format(
                            "settingsChanged.ping", now.pingIntervalMs() / MILLIS_PER_SECOND));
        }
        if (now.misses() != was.misses()) {
            changes.add(ExplanationTexts.format("settingsChanged.misses", now.misses()));
        }
        if (now.mss() != was.mss()) {
            changes.add(ExplanationTexts.format("settingsChanged.mss", now.mss()));
        }
        if (now.loss() != was.loss()) {
            changes.add(
                    ExplanationTexts.format("settingsChanged.loss", Amounts.percent(now.loss())));
        }
        if (now.window() != was.window()) {
            changes.add(
                    ExplanationTexts.format(
                            now.window() == 1
                                    ? "settingsChanged.window.one"
                                    : "settingsChanged.window",
                            now.window()));
        }
        return changes;
    }
}
