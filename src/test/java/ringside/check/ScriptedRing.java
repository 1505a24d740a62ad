package ringside.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import ringside.check.Observation.LogWritten;
import ringside.check.Observation.Side;
import ringside.check.Observation.Transport;
import ringside.check.Observation.Travelled;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.rules.SentenceKind;
import ringside.story.ExpectedSentence;
import ringside.story.Stories;
import ringside.transcript.LogRow;
import ringside.transcript.Reading;
import ringside.transcript.SentenceReader;

/**
 * What is seen of a ring that does all that its rules ask for, in virtual time: pings once a
 * second, each deed answered a few milliseconds later.
 */
final class ScriptedRing {

    static final int BASE_PORT = 1_000;

    private static final long SECOND = 1_000_000;
    private static final long STEP = 2_000;
    private static final int PING_BYTES = 20;

    private final Rules rules;
    private final RingPlan plan;
    private final UnaryOperator<String> words;
    private final List<Observation> seen = new ArrayList<>();
    private final Map<Scene, Long> since = new HashMap<>();
    private final SortedSet<PeerId> living;
    private long now = 1_000 * SECOND;

    /**
     * Plays all scenes.
     *
     * @param words changes each line before it is printed
     */
    ScriptedRing(Rules rules, RingPlan plan, UnaryOperator<String> words) {
        this.rules = rules;
        this.plan = plan;
        this.words = words;
        living = new TreeSet<>(plan.ring());
        start();
        request();
        quit();
        kill();
    }

    /** Returns the evidence of a scene, without the observations that a test takes out. */
    Evidence evidence(Scene scene, Evidence.Wire wire, UnaryOperator<List<Observation>> change) {
        TreeSet<PeerId> before = new TreeSet<>(plan.ring());
        if (scene == Scene.KILL) {
            before.remove(plan.leaver());
        }
        long next =
                since.values().stream()
                        .filter(other -> other > since.getOrDefault(scene, 0L))
                        .min(Long::compare)
                        .orElse(Long.MAX_VALUE);
        return new Evidence(
                rules,
                plan,
                BASE_PORT,
                List.copyOf(before),
                scene.deed(plan),
                since.getOrDefault(scene, 0L),
                change.apply(until(next)),
                plan.ring().stream()
                        .map(peer -> new Evidence.OwnFile(peer, plan.file(), "digest of " + peer))
                        .toList(),
                wire);
    }

    private List<Observation> until(long atMicros) {
        return seen.stream().filter(each -> each.atMicros() < atMicros).toList();
    }

    private void start() {
        since.put(Scene.PINGS, now);
        for (PeerId peer : plan.ring()) {
            seen.add(new Observation.Started(now, peer));
            for (Transport transport : Transport.values()) {
                seen.add(new Observation.Bound(now + STEP, peer, transport));
            }
        }
        pings();
        pings();
    }

    private void pings() {
        now += SECOND;
        for (ExpectedSentence each : Stories.ofStart(living)) {
            PeerId other = each.peers().getFirst();
            boolean isRequest = each.kind() == SentenceKind.PING_REQUEST;
            if (isRequest) {
                travels(Transport.UDP, other, each.speaker(), PING_BYTES);
            } else {
                travels(Transport.UDP, each.speaker(), other, PING_BYTES);
            }
            say(each);
        }
    }

    private void request() {
        now += SECOND;
        since.put(Scene.REQUEST, now);
        PeerId owner = plan.owner();
        for (ExpectedSentence each :
                new Deed.Request(plan.requester(), plan.file()).storyIn(living)) {
            say(each);
            if (each.kind() == SentenceKind.REQUEST_SENT || each.kind() == SentenceKind.FORWARDED) {
                PeerId next = IdealRing.successors(living, each.speaker(), 1).getFirst();
                travels(Transport.TCP, each.speaker(), next, 50);
            }
            if (each.kind() == SentenceKind.NOT_HERE
                    && rules.sentence(SentenceKind.FORWARDED).isEmpty()) {
                PeerId next = IdealRing.successors(living, each.speaker(), 1).getFirst();
                travels(Transport.TCP, each.speaker(), next, 50);
            }
            if (each.kind() == SentenceKind.HERE) {
                travels(Transport.TCP, owner, plan.requester(), 50);
            }
            if (each.kind() == SentenceKind.RECEIVING) {
                transfer(owner);
            }
        }
        seen.add(
                new Observation.FileWritten(
                        now,
                        plan.requester(),
                        rules.files().received().replace("{file}", plan.file().digits()),
                        plan.fileBytes(),
                        "digest of " + owner));
    }

    /** Every third segment is dropped once, which is right for a loss of about a quarter. */
    private void transfer(PeerId owner) {
        List<LogRow> sending = new ArrayList<>();
        List<LogRow> receiving = new ArrayList<>();
        long begin = since.getOrDefault(Scene.PINGS, 0L);
        int sequence = 1;
        int number = 0;
        while (sequence <= plan.fileBytes()) {
            int length = Math.min(plan.mss(), plan.fileBytes() - sequence + 1);
            now += STEP;
            boolean isDropped = number % 3 == 0;
            if (isDropped) {
                sending.add(row("Drop", begin, sequence, length, 0));
                now += SECOND;
            }
            sending.add(row(isDropped ? "RTX" : "snd", begin, sequence, length, 0));
            travels(Transport.UDP, owner, plan.requester(), length + 8);
            receiving.add(row("rcv", begin, sequence, length, 0));
            receiving.add(row("snd", begin, 0, length, sequence + length));
            travels(Transport.UDP, plan.requester(), owner, 8);
            sending.add(row("rcv", begin, 0, length, sequence + length));
            sequence += length;
            number++;
        }
        if (rules.files().sendingLog() != null) {
            seen.add(new LogWritten(now, owner, Side.SENDING, sending));
            seen.add(new LogWritten(now, plan.requester(), Side.RECEIVING, receiving));
        }
    }

    private LogRow row(String action, long begin, int sequence, int length, int acknowledgement) {
        return LogRow.parse(
                        "%s %.3f %d %d %d"
                                .formatted(
                                        action,
                                        (now - begin) / 1e6,
                                        sequence,
                                        length,
                                        acknowledgement))
                .orElseThrow();
    }

    private void quit() {
        now += SECOND;
        since.put(Scene.QUIT, now);
        change(Scene.QUIT.deed(plan), plan.leaver());
        seen.add(new Observation.Ended(now, plan.leaver(), 0));
        pings();
    }

    private void kill() {
        now += SECOND;
        since.put(Scene.KILL, now);
        seen.add(new Observation.Killed(now, plan.victim()));
        seen.add(new Observation.Ended(now, plan.victim(), 137));
        change(Scene.KILL.deed(plan), plan.victim());
        pings();
    }

    private void change(Deed deed, PeerId gone) {
        for (ExpectedSentence each : deed.storyIn(living)) {
            travels(Transport.TCP, gone, each.speaker(), 40);
            say(each);
        }
        living.remove(gone);
    }

    private void say(ExpectedSentence expected) {
        if (rules.sentence(expected.kind()).isEmpty()) {
            return;
        }
        now += STEP;
        String line =
                words.apply(
                        expected.wordsIn(rules.sentence(expected.kind()).orElseThrow().pattern()));
        SentenceReader reader =
                new SentenceReader(rules, expected.speaker(), () -> Set.of(plan.file()));
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        for (Reading reading : reader.read(bytes, 0, bytes.length)) {
            switch (reading) {
                case Reading.Sentence sentence ->
                        seen.add(new Observation.Said(now, expected.speaker(), sentence));
                case Reading.Line(long _, String text) ->
                        seen.add(new Observation.Printed(now, expected.speaker(), text));
                case Reading.Unreadable _ -> {}
            }
        }
    }

    private void travels(Transport transport, PeerId from, PeerId to, int length) {
        seen.add(
                new Travelled(
                        now, transport, BASE_PORT + from.value(), BASE_PORT + to.value(), length));
    }
}
