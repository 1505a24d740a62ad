package ringside.app.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.status.PeerSettings;

/**
 * The settings that several peers share, formatted as they are typed; a setting that differs has a
 * word that says so. Immutable.
 *
 * @param pingInterval such as '1.0 s'
 * @param misses unanswered pings before a peer is declared dead
 * @param mss largest segment in bytes
 * @param loss in percent
 * @param lossShare the same from 0 to 1; empty where it differs
 * @param window segments in flight at once
 * @param shortcuts whether requests take shortcuts; empty where it differs
 */
public record SharedSettings(
        String pingInterval,
        String misses,
        String mss,
        String loss,
        OptionalDouble lossShare,
        String window,
        Optional<Boolean> shortcuts) {

    private static final String STOP_AND_WAIT = "1";

    private static final double MILLIS_PER_SECOND = 1e3;

    /** Returns whether all send one segment at a time (SPEC 4.2). */
    public boolean isStopAndWait() {
        return window.equals(STOP_AND_WAIT);
    }

    /** Compares the settings of one peer or more. */
    public static SharedSettings of(List<PeerSettings> settings) {
        return new SharedSettings(
                shared(settings, each -> interval(each.pingIntervalMs())),
                shared(settings, each -> Integer.toString(each.misses())),
                shared(settings, each -> Integer.toString(each.mss())),
                shared(settings, each -> Amounts.percent(each.loss())),
                lossShare(settings),
                shared(settings, each -> Integer.toString(each.window())),
                shortcuts(settings));
    }

    private static OptionalDouble lossShare(List<PeerSettings> settings) {
        double[] distinct = settings.stream().mapToDouble(PeerSettings::loss).distinct().toArray();
        return distinct.length == 1 ? OptionalDouble.of(distinct[0]) : OptionalDouble.empty();
    }

    private static Optional<Boolean> shortcuts(List<PeerSettings> settings) {
        List<Boolean> distinct = settings.stream().map(PeerSettings::shortcuts).distinct().toList();
        return distinct.size() == 1 ? Optional.of(distinct.getFirst()) : Optional.empty();
    }

    private static String interval(long millis) {
        return Texts.text("settings.interval", millis / MILLIS_PER_SECOND);
    }

    private static String shared(
            List<PeerSettings> settings, Function<PeerSettings, String> words) {
        List<String> distinct = settings.stream().map(words).distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : Texts.text("settings.differs");
    }
}
