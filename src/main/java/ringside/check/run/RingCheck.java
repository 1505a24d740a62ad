package ringside.check.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import ringside.check.Deadline;
import ringside.check.Deed;
import ringside.check.Evidence;
import ringside.check.Finding;
import ringside.check.Judge;
import ringside.check.Observation;
import ringside.check.Observation.Said;
import ringside.check.PingInterval;
import ringside.check.RingReport.Claim;
import ringside.check.Scene;
import ringside.check.run.RingEnd.SceneLateness;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.rules.SentenceKind;

/**
 * Plays scenes on one ring, and has each judged when its evidence is there or its time is up
 * (PROGRAMS 5.5). After a scene in which something failed, the ring is not used any more.
 */
final class RingCheck {

    private static final long JUDGE_MS = 200;
    private static final long BEFORE_TYPING_MS = 1_000;
    private static final int SUCCESSORS = 2;

    private final RingUnderTest ring;
    private final Deeds deeds;
    private final Lateness lateness;
    private final List<SceneLateness> late = new ArrayList<>();
    private final Consumer<Finding> found;

    private RingCheck(RingUnderTest ring, Rules rules, Lateness lateness, Consumer<Finding> found) {
        this.ring = ring;
        deeds = new Deeds(ring, rules);
        this.lateness = lateness;
        this.found = found;
    }

    /**
     * Starts a ring, plays the pings and then the scenes of an order, and ends the ring.
     *
     * @param log gets what is seen
     * @param found is told each finding, again when it changes; called on this thread
     * @throws IOException when the program cannot be started
     */
    static RingEnd play(
            RingOrder order, Evidence.Wire wire, ObservationLog log, Consumer<Finding> found)
            throws IOException, InterruptedException {
        try (RingUnderTest ring = new RingUnderTest(order, wire, log);
                Lateness lateness = Lateness.begin()) {
            ring.start();
            RingCheck check = new RingCheck(ring, order.rules(), lateness, found);
            check.playAll(order.scenes());
            return new RingEnd(
                    List.copyOf(ring.living()),
                    check.claims(),
                    PingInterval.of(log.all()).orElse(PingInterval.LONGEST_MICROS),
                    check.late);
        }
    }

    private void playAll(List<Scene> scenes) throws InterruptedException {
        Map<CheckName, Finding> pings = play(Scene.PINGS);
        Finding starts = pings.get(CheckName.STARTS);
        boolean goesOn = starts != null && starts.verdict().isSettled();
        for (Scene scene : scenes) {
            if (goesOn && !ring.isTimeUp()) {
                Thread.sleep(BEFORE_TYPING_MS);
                goesOn = areSettled(play(scene));
            }
        }
    }

    private Map<CheckName, Finding> play(Scene scene) throws InterruptedException {
        // What made the machine late before the scene cannot have done it harm.
        lateness.takeWorstMs();
        SortedSet<PeerId> before = ring.living();
        Deed deed = scene.deed(ring.plan());
        long since = deeds.carryOut(deed);
        Map<CheckName, Finding> findings = new EnumMap<>(CheckName.class);
        boolean isOver = false;
        while (!isOver) {
            long count = ring.log().size();
            Evidence evidence = ring.evidence(deed, before, since);
            boolean isTimeUp = ring.isTimeUp();
            boolean isLate = isTimeUp || Deadline.isOver(scene, evidence, ObservationLog.now());
            List<CheckName> settled = settledIn(findings);
            List<CheckName> open = new ArrayList<>(scene.checks());
            open.removeAll(settled);
            judge(open, evidence, findings);
            if (isLate || areSettled(findings)) {
                // Later words may tell against what held at an earlier look.
                judge(settled, evidence, findings);
            }
            isOver = isLate || areSettled(findings);
            if (isTimeUp) {
                // What has not held yet might have: it is not reached.
                findings.values().removeIf(finding -> !finding.verdict().isSettled());
            }
            if (!isOver) {
                deeds.endOverstayed(deed);
                Thread.sleep(JUDGE_MS);
                ring.log().awaitMore(count, JUDGE_MS);
            }
        }
        late.add(new SceneLateness(scene, lateness.takeWorstMs()));
        findings.values().forEach(found);
        deeds.endLoss();
        return findings;
    }

    /** Judges some checks, and tells those that are settled. */
    private void judge(
            List<CheckName> checks, Evidence evidence, Map<CheckName, Finding> findings) {
        for (CheckName check : checks) {
            Finding finding = Judge.judge(check, evidence);
            findings.put(check, finding);
            if (finding.verdict().isSettled()) {
                found.accept(finding);
            }
        }
    }

    private static List<CheckName> settledIn(Map<CheckName, Finding> findings) {
        return findings.values().stream()
                .filter(finding -> finding.verdict().isSettled())
                .map(Finding::check)
                .toList();
    }

    private static boolean areSettled(Map<CheckName, Finding> findings) {
        return findings.values().stream().allMatch(finding -> finding.verdict().isSettled());
    }

    /**
     * Returns what each living peer said last about its successors, at first those it was given.
     */
    private List<Claim> claims() {
        Map<PeerId, PeerId[]> claims = new TreeMap<>();
        for (PeerId peer : ring.living()) {
            claims.put(
                    peer,
                    IdealRing.successors(new TreeSet<>(ring.plan().ring()), peer, SUCCESSORS)
                            .toArray(PeerId[]::new));
        }
        for (Observation each : ring.log().all()) {
            if (each instanceof Said said && claims.containsKey(said.peer())) {
                int place = placeOf(said.sentence().kind());
                if (place >= 0 && !said.sentence().peers().isEmpty()) {
                    claims.get(said.peer())[place] = said.sentence().peers().getFirst();
                }
            }
        }
        return claims.entrySet().stream()
                .map(each -> new Claim(each.getKey(), List.of(each.getValue())))
                .toList();
    }

    private static int placeOf(SentenceKind kind) {
        return List.of(SentenceKind.FIRST_SUCCESSOR, SentenceKind.SECOND_SUCCESSOR).indexOf(kind);
    }
}
