package ringside.check;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ringside.check.Observation.Ended;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.LogWritten;
import ringside.check.Observation.Said;
import ringside.rules.Rules;
import ringside.rules.SentenceKind;

/**
 * Until when a scene is waited for (PROGRAMS 5.5). It depends on how often the program pings, and
 * on what it does.
 */
public final class Deadline {

    private static final long START_S = 20;
    private static final long AFTER_AN_END_S = 3;
    private static final long SILENCE_S = 15;
    private static final long TRANSFER_SILENCE_S = 60;
    private static final long BASE_S = 10;
    private static final int INTERVALS = 4;

    private static final Set<SentenceKind> PINGS =
            EnumSet.of(
                    SentenceKind.PING_REQUEST, SentenceKind.PING_RESPONSE, SentenceKind.PINGS_SENT);

    private Deadline() {}

    /** Returns until when a scene may still end well, as far as one knows now; microseconds. */
    public static long of(Scene scene, Evidence evidence) {
        long since = evidence.sinceMicros();
        long intervals =
                INTERVALS * PingInterval.of(evidence.seen()).orElse(PingInterval.LONGEST_MICROS);
        Rules.Limits limits = evidence.rules().limits();
        return switch (scene) {
            case PINGS -> starting(evidence, since, intervals);
            case REQUEST ->
                    Math.min(
                            latestProgress(evidence),
                            since + seconds(limits.requestS()) + intervals);
            case QUIT -> since + Math.max(seconds(limits.quitS()), seconds(BASE_S) + intervals);
            case SIZES, TOGETHER -> latestProgress(evidence);
            case PAUSE -> since + seconds(BASE_S) + 4 * intervals;
            case LOSS ->
                    isTransferring(evidence)
                            ? since + seconds(limits.requestS()) + intervals
                            : latestProgress(evidence);
            case QUITS -> since + seconds(2 * limits.quitS()) + intervals;
            case NEIGHBOURS ->
                    evidence.said(SentenceKind.DEAD).findAny().isPresent()
                            ? lastDead(evidence) + seconds(BASE_S) + intervals
                            : since + seconds(limits.killS());
            case MISSING, WORDS, RUBBISH, INTERRUPT, INPUT_END ->
                    since + seconds(BASE_S) + intervals + intervals / 2;
            case KILLS -> since + seconds(2 * limits.killS()) + intervals;
            case KILL ->
                    evidence.missing(evidence.story(EnumSet.of(SentenceKind.DEAD))).isEmpty()
                            ? Math.min(
                                    since + seconds(limits.killS()) + intervals,
                                    lastDead(evidence) + seconds(BASE_S) + intervals)
                            : since + seconds(limits.killS());
        };
    }

    private static long starting(Evidence evidence, long since, long intervals) {
        boolean hasEnded = evidence.since(Ended.class).findAny().isPresent();
        boolean hasStarted = PingJudge.starts(evidence).verdict().isGood();
        if (hasEnded) {
            return since + seconds(AFTER_AN_END_S);
        }
        return since + seconds(START_S) + (hasStarted ? intervals : 0);
    }

    /**
     * A request that comes no further is waited for a while; a transfer, which is silent, longer.
     */
    private static long latestProgress(Evidence evidence) {
        long latest =
                evidence.seen().stream()
                        .filter(each -> each.atMicros() >= evidence.sinceMicros())
                        .filter(Deadline::isProgress)
                        .mapToLong(Observation::atMicros)
                        .max()
                        .orElse(evidence.sinceMicros());
        return latest + seconds(isTransferring(evidence) ? TRANSFER_SILENCE_S : SILENCE_S);
    }

    private static boolean isTransferring(Evidence evidence) {
        return evidence.said(SentenceKind.SENDING).findAny().isPresent()
                && evidence.said(SentenceKind.SENT).findAny().isEmpty();
    }

    private static boolean isProgress(Observation each) {
        return switch (each) {
            case Said said -> !PINGS.contains(said.sentence().kind());
            case FileWritten _, LogWritten _ -> true;
            case Observation.Started _,
                    Observation.Bound _,
                    Observation.Typed _,
                    Observation.Printed _,
                    Observation.Killed _,
                    Ended _,
                    Observation.LossBegan _,
                    Observation.LossRefused _,
                    Observation.Travelled _ ->
                    false;
        };
    }

    private static long lastDead(Evidence evidence) {
        return evidence.said(SentenceKind.DEAD)
                .mapToLong(Said::atMicros)
                .max()
                .orElse(evidence.sinceMicros());
    }

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toMicros(count);
    }
}
