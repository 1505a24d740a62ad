package ringside.story;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.rules.SentenceKind;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.PeerEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.transcript.Reading;
import ringside.transcript.SentenceReader;

/**
 * The sentences that a ring should say, from the things that were done to it, and those that it
 * said. Not thread-safe.
 */
public final class ExpectedStory {

    /** Lines of a peer that are compared with what is missing. */
    private static final int MOST_COMPARED = 2_000;

    /** Lines kept: more than anybody scrolls through. */
    private static final int KEPT = 500;

    /** Programs ping every 1 to 30 s (PROGRAMS 5.5), and a ping may come late. */
    private static final long PINGS_S = 60;

    private static final Set<SentenceKind> PINGS =
            Set.of(SentenceKind.PINGS_SENT, SentenceKind.PING_REQUEST, SentenceKind.PING_RESPONSE);

    private final Rules rules;
    private final TreeSet<PeerId> living = new TreeSet<>();

    /** Lines of each peer that were compared since something was expected last. */
    private final Map<PeerId, Integer> compared = new HashMap<>();

    /** The peers whose requests, and those that they pass on, take shortcuts. */
    private final Set<PeerId> withShortcuts = new TreeSet<>();

    private final Set<PeerId> starting = new TreeSet<>();

    /** Paused peers, and since when, in microseconds. */
    private final Map<PeerId, Long> paused = new HashMap<>();

    /** Paused peers that others have declared dead. */
    private final Set<PeerId> givenUp = new TreeSet<>();

    private final Map<PeerId, SentenceReader> readers = new HashMap<>();
    private final Set<FileNumber> requested = new TreeSet<>();
    private List<StoryLine> lines = new ArrayList<>();

    /** Creates the story of a ring that has not started. */
    public ExpectedStory(Rules rules) {
        this.rules = rules;
    }

    /** Takes the next event. */
    public void accept(StatusEntry entry) {
        PeerId peer = entry.peer();
        long atMicros = entry.atMicros();
        switch (entry.event()) {
            case ProcessEvent event -> onProcess(peer, event, atMicros);
            case LifeEvent.Hello hello -> onSettings(peer, hello.settings());
            case LifeEvent.SettingsChanged changed -> onSettings(peer, changed.settings());
            case LifeEvent.Running _ -> onRunning(peer, atMicros);
            case LifeEvent.Joining _ -> starting.remove(peer);
            case LifeEvent.Leaving _ -> onLeaving(peer, atMicros);
            case LookupEvent.LookupSent sent -> onLookup(peer, sent, atMicros);
            case LookupEvent.LookupAnswered answered -> {
                if (!answered.held()) {
                    drop(line -> answered.number().equals(line.expected().file()), atMicros);
                }
            }
            case LifeEvent.TerminalLine(String text) -> onLine(peer, text, atMicros);
            case PeerEvent _ -> {}
        }
    }

    /** Returns the lines that were expected up to a moment, oldest first. */
    public List<StoryLine> linesAt(long nowMicros) {
        return lines.stream().filter(line -> line.sinceMicros() <= nowMicros).toList();
    }

    private void onSettings(PeerId peer, PeerSettings settings) {
        if (settings.shortcuts()) {
            withShortcuts.add(peer);
        } else {
            withShortcuts.remove(peer);
        }
    }

    private void onProcess(PeerId peer, ProcessEvent event, long atMicros) {
        switch (event) {
            case ProcessEvent.ProcessStarted _, ProcessEvent.ProcessAttached _ -> onStarting(peer);
            case ProcessEvent.ProcessKilled _, ProcessEvent.ProcessEnded _ -> {
                paused.remove(peer);
                givenUp.remove(peer);
                if (living.contains(peer)) {
                    change(peer, Stories.ofKill(living, peer), rules.limits().killS(), atMicros);
                }
            }
            case ProcessEvent.ProcessPaused _ -> {
                if (living.contains(peer)) {
                    paused.put(peer, atMicros);
                    add(Stories.ofPause(living, peer), rules.limits().killS(), atMicros);
                }
            }
            case ProcessEvent.ProcessResumed _ -> onResumed(peer, atMicros);
            case ProcessEvent.ProcessMeasured _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _,
                    ProcessEvent.OfHost _ -> {}
        }
    }

    /** A peer that goes on is not dead, and the ring that gave it up may take it back. */
    private void onResumed(PeerId peer, long atMicros) {
        Long pausedMicros = paused.remove(peer);
        drop(
                line ->
                        line.expected().reason() == ExpectedSentence.Reason.PAUSED
                                && pausedMicros != null
                                && line.sinceMicros() == pausedMicros,
                atMicros);
        if (givenUp.remove(peer)) {
            living.add(peer);
        }
    }

    private void onStarting(PeerId peer) {
        readers.remove(peer);
        withShortcuts.remove(peer);
        paused.remove(peer);
        givenUp.remove(peer);
        starting.add(peer);
    }

    /** Pings are expected once all that have started run; a peer that joins starts none. */
    private void onRunning(PeerId peer, long atMicros) {
        living.add(peer);
        if (starting.remove(peer) && starting.isEmpty()) {
            drop(line -> isAboutPings(line), atMicros);
            add(Stories.ofStart(living), PINGS_S, atMicros);
        }
    }

    private static boolean isAboutPings(StoryLine line) {
        return PINGS.contains(line.expected().kind());
    }

    private void onLeaving(PeerId peer, long atMicros) {
        if (living.contains(peer)) {
            change(peer, Stories.ofQuit(living, peer), rules.limits().quitS(), atMicros);
        }
    }

    /** A change of the ring: what was expected of its end, or of earlier changes, is so no more. */
    private void change(PeerId gone, List<ExpectedSentence> story, long limitS, long atMicros) {
        living.remove(gone);
        starting.remove(gone);
        drop(line -> isOf(gone, line) || isAboutAChange(line), atMicros);
        add(story, limitS, atMicros);
    }

    /** Returns whether a peer must say it, or whether it is about a ping of that peer. */
    private static boolean isOf(PeerId peer, StoryLine line) {
        return line.expected().speaker().equals(peer)
                || (isAboutPings(line) && line.expected().peers().contains(peer));
    }

    private static boolean isAboutAChange(StoryLine line) {
        return switch (line.expected().reason()) {
            case LEFT, KILLED, PAUSED -> true;
            case PINGED, ANSWERED, REQUESTED, NOT_OWNER, OWNER, REQUESTER -> false;
        };
    }

    private void onLookup(PeerId peer, LookupEvent.LookupSent sent, long atMicros) {
        boolean isFirst = sent.purpose() == LookupPurpose.REQUEST && sent.attempt() == 1;
        if (isFirst && living.contains(peer)) {
            requested.add(sent.number());
            add(
                    withShortcuts.isEmpty()
                            ? Stories.ofRequest(living, peer, sent.number())
                            : Stories.ofRequestByShortcuts(living, peer, sent.number()),
                    rules.limits().requestS(),
                    atMicros);
        }
    }

    private void onLine(PeerId peer, String text, long atMicros) {
        SentenceReader reader =
                readers.computeIfAbsent(peer, id -> new SentenceReader(rules, id, () -> requested));
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        List<Reading.Sentence> sentences =
                reader.read(bytes, 0, bytes.length).stream()
                        .filter(Reading.Sentence.class::isInstance)
                        .map(Reading.Sentence.class::cast)
                        .toList();
        boolean isExpected = false;
        for (Reading.Sentence sentence : sentences) {
            isExpected |= onSentence(peer, sentence, atMicros);
        }
        if (!isExpected && !areAboutPings(sentences) && mayCompare(peer)) {
            lines.replaceAll(line -> waitsFor(peer, line) ? line.compared(text, atMicros) : line);
        }
    }

    /** Ticks off the first line that a sentence says, and returns whether there is one. */
    private boolean onSentence(PeerId peer, Reading.Sentence sentence, long atMicros) {
        for (int i = 0; i < lines.size(); i++) {
            StoryLine line = lines.get(i);
            if (line.isOpen() && line.expected().isSaidBy(peer, sentence)) {
                lines.set(i, line.said(Deviations.of(sentence), atMicros));
                giveUp(line.expected());
                return true;
            }
        }
        return false;
    }

    /** A paused peer that is declared dead is no longer on the ring of those that said so. */
    private void giveUp(ExpectedSentence said) {
        if (said.reason() == ExpectedSentence.Reason.PAUSED && said.kind() == SentenceKind.DEAD) {
            living.removeAll(said.peers());
            givenUp.addAll(said.peers());
        }
    }

    /** A program that floods its output is not searched for the nearest line for ever. */
    private boolean mayCompare(PeerId peer) {
        return compared.merge(peer, 1, Integer::sum) <= MOST_COMPARED;
    }

    private static boolean waitsFor(PeerId peer, StoryLine line) {
        return line.isOpen() && line.expected().speaker().equals(peer);
    }

    /** Pings go on all the time, and are no attempt to say something else. */
    private static boolean areAboutPings(List<Reading.Sentence> sentences) {
        return !sentences.isEmpty()
                && sentences.stream().allMatch(sentence -> PINGS.contains(sentence.kind()));
    }

    private void drop(Predicate<StoryLine> which, long atMicros) {
        lines.replaceAll(line -> line.isOpen() && which.test(line) ? line.dropped(atMicros) : line);
    }

    /** Adds the sentences that the family knows. */
    private void add(List<ExpectedSentence> story, long limitS, long atMicros) {
        compared.clear();
        for (ExpectedSentence expected : story) {
            rules.sentence(expected.kind())
                    .ifPresent(rule ->
                            lines.add(
                                    StoryLine.open(
                                            expected,
                                            expected.wordsIn(rule.pattern()),
                                            atMicros,
                                            atMicros + TimeUnit.SECONDS.toMicros(limitS))));
        }
        if (lines.size() > KEPT) {
            lines = new ArrayList<>(lines.subList(lines.size() - KEPT, lines.size()));
        }
    }
}
