package ringside.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import ringside.check.Evidence.OwnFile;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.Said;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.rules.SentenceKind;
import ringside.story.ExpectedSentence;
import ringside.transcript.Reading;

/** What is seen of a ring that pings once a second, in virtual time, and what a test adds. */
final class PingingRing {

    static final long SECOND = 1_000_000;

    /** When the deed is done that is judged. */
    static final long DEED = 100 * SECOND;

    final List<Observation> seen = new ArrayList<>();
    final RingPlan plan;
    private final Rules rules;

    /** Pings from two seconds before the deed until four after it. */
    PingingRing(Function<Rules, RingPlan> plan) throws Exception {
        rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
        this.plan = plan.apply(rules);
        for (long at = DEED - 2 * SECOND; at <= DEED + 4 * SECOND; at += SECOND) {
            for (ExpectedSentence ping : new Deed.Start().storyIn(this.plan.ring())) {
                say(at, ping);
            }
        }
    }

    void say(long atMicros, ExpectedSentence sentence) {
        say(atMicros, sentence.speaker(), sentence.kind(), sentence.peers().toArray(PeerId[]::new));
    }

    void say(long atMicros, PeerId speaker, SentenceKind kind, PeerId... peers) {
        seen.add(
                new Said(
                        atMicros,
                        speaker,
                        new Reading.Sentence(
                                kind, List.of(peers), null, List.of(), new Reading.Span(0, 0, 1))));
    }

    void receive(PeerId peer, String digest, long length) {
        seen.add(new FileWritten(DEED + SECOND, peer, "received_file.pdf", length, digest));
    }

    /** Takes away what a peer says after the deed, and all pings of it. */
    void silence(PeerId peer) {
        seen.removeIf(each ->
                each instanceof Said said
                        && said.atMicros() > DEED
                        && (said.peer().equals(peer) || said.sentence().peers().contains(peer)));
    }

    Finding judge(CheckName check) {
        return Judge.judge(check, evidence(Scene.of(check)));
    }

    Evidence evidence(Scene scene) {
        Stream<OwnFile> files =
                plan.ring().stream()
                        .flatMap(peer ->
                                plan.numbers().stream()
                                        .map(file -> new OwnFile(peer, file, peer + " " + file)));
        return new Evidence(
                rules,
                plan,
                0,
                plan.ring(),
                scene.deed(plan),
                DEED,
                seen,
                files.toList(),
                Evidence.Wire.HIDDEN);
    }
}
