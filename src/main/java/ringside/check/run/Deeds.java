package ringside.check.run;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import ringside.check.Deadline;
import ringside.check.Deed;
import ringside.check.Observation;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.Said;
import ringside.check.PingInterval;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.CommandTemplate;
import ringside.rules.CommandTemplate.Hole;
import ringside.rules.Rules;
import ringside.rules.SentenceKind;
import ringside.text.Messages;

/** Does things to a ring under test. Use it on one thread. */
final class Deeds {

    private static final long LOOK_MS = 200;
    private static final long STORE_S = 10;
    private static final long FILE_S = 25;

    /** A pause is shorter than the time between pings. */
    private static final double PAUSE_SHARE = 0.9;

    /** In intervals: the peer is heard from before it stands still again. */
    private static final double BETWEEN_PAUSES = 1.35;

    private static final int PAUSES = 4;

    private static final int RUBBISH = 40;
    private static final int LONGEST_RUBBISH = 1_400;

    /** Words that no family has, and a request for what is no file. */
    private static final List<String> WRONG = List.of("hello", "request", "request 99999");

    private final RingUnderTest ring;
    private final Rules rules;
    private final RealLoss loss = new RealLoss();

    Deeds(RingUnderTest ring, Rules rules) {
        this.ring = ring;
        this.rules = rules;
    }

    /** Does one, and returns when it began; microseconds since the epoch. */
    long carryOut(Deed deed) throws InterruptedException {
        long now = ObservationLog.now();
        SortedSet<PeerId> before = ring.living();
        return switch (deed) {
            case Deed.Start() ->
                    ring.log().all().stream().mapToLong(Observation::atMicros).min().orElse(now);
            case Deed.Request(PeerId requester, FileNumber file) -> {
                store(requester, file);
                long asked = ObservationLog.now();
                request(requester, file);
                yield asked;
            }
            case Deed.Quit(PeerId leaver) -> {
                quit(leaver);
                yield now;
            }
            case Deed.Kill(PeerId victim) -> {
                kill(victim);
                yield now;
            }
            case Deed.RequestEach(PeerId requester, List<FileNumber> files) -> {
                for (FileNumber file : files) {
                    if (!ring.isTimeUp()) {
                        fetch(requester, file);
                    }
                }
                yield now;
            }
            case Deed.RequestTogether(List<PeerId> requesters, FileNumber file) -> {
                requesters.forEach(requester -> request(requester, file));
                yield now;
            }
            case Deed.RequestMissing(PeerId requester, FileNumber file) -> {
                request(requester, file);
                yield now;
            }
            case Deed.TypeWrong(PeerId peer) -> {
                WRONG.forEach(ring.peer(peer)::type);
                yield now;
            }
            case Deed.SendRubbish(PeerId peer) -> {
                sendRubbish(ring.portOf(peer));
                yield now;
            }
            case Deed.Pause(PeerId peer) -> {
                pause(ring.peer(peer));
                yield now;
            }
            case Deed.KillBoth(PeerId first, PeerId second) -> {
                kill(first);
                awaitStory(new Deed.Kill(first), before, now, rules.limits().killS());
                kill(second);
                yield now;
            }
            case Deed.Interrupt(PeerId peer) -> {
                ring.gone(peer);
                ring.peer(peer).interrupt();
                yield now;
            }
            case Deed.RequestUnderLoss(PeerId requester, FileNumber file) -> {
                if (beginLoss(requester)) {
                    request(requester, file);
                }
                yield now;
            }
            case Deed.QuitBoth(PeerId first, PeerId second) -> {
                quit(first);
                awaitStory(new Deed.Quit(first), before, now, rules.limits().quitS());
                quit(second);
                yield now;
            }
            case Deed.KillNeighbours(PeerId first, PeerId second) -> {
                kill(first);
                kill(second);
                yield now;
            }
            case Deed.EndInput(PeerId peer) -> {
                ring.gone(peer);
                ring.peer(peer).endInput();
                yield now;
            }
        };
    }

    private void request(PeerId requester, FileNumber file) {
        type(requester, rules.commands().request(), Map.of(Hole.FILE, file));
    }

    private void type(PeerId peer, String template, Map<Hole, ?> values) {
        ring.peer(peer).type(String.join(" ", CommandTemplate.parse(template).fill(values)));
    }

    /** Kills those that were told to leave, and have not left in their time (PROGRAMS 1.5). */
    void endOverstayed(Deed deed) {
        Deadline.overstayed(deed, ring.log().all(), ObservationLog.now()).stream()
                .map(ring::peer)
                .filter(PeerUnderTest::isAlive)
                .forEach(PeerUnderTest::kill);
    }

    /** Ends the loss of datagrams, if it has begun: a later deed must not meet it. */
    void endLoss() throws InterruptedException {
        loss.end();
    }

    /** Only a ring with a network of its own may lose its datagrams. */
    private boolean beginLoss(PeerId requester) throws InterruptedException {
        List<Integer> others =
                ring.plan().ring().stream()
                        .filter(peer -> !peer.equals(requester))
                        .filter(peer -> !peer.equals(ring.plan().owner()))
                        .map(ring::portOf)
                        .toList();
        Optional<String> refusal =
                switch (ring.wire()) {
                    case SEEN -> loss.begin(ring.plan().mss(), ring.portOf(requester), others);
                    case HIDDEN -> Optional.of(Messages.CHECK.format("loss.shared"));
                };
        long now = ObservationLog.now();
        ring.log()
                .add(
                        refusal.<Observation>map(why -> new Observation.LossRefused(now, why))
                                .orElseGet(() -> new Observation.LossBegan(now)));
        return refusal.isEmpty();
    }

    private void quit(PeerId leaver) {
        ring.gone(leaver);
        type(leaver, rules.commands().quit(), Map.of());
    }

    private void kill(PeerId victim) {
        ring.gone(victim);
        ring.peer(victim).kill();
    }

    /** Asks for a file, waits for it, and takes it out of the way of the next one. */
    private void fetch(PeerId requester, FileNumber file) throws InterruptedException {
        store(requester, file);
        long since = ObservationLog.now();
        String wanted =
                ring.evidence(new Deed.Request(requester, file), ring.living(), since)
                        .digestOf(ring.plan().owner(), file);
        request(requester, file);
        await(
                FILE_S,
                each ->
                        each instanceof FileWritten written
                                && written.peer().equals(requester)
                                && written.atMicros() >= since
                                && written.digest().equals(wanted));
        for (Observation each : ring.log().all()) {
            if (each instanceof FileWritten written
                    && written.peer().equals(requester)
                    && written.atMicros() >= since) {
                setAside(requester, written.name());
            }
        }
    }

    private void setAside(PeerId peer, String name) {
        try {
            ring.peer(peer).setAside(name);
        } catch (IOException e) {
            // The program may have taken it away itself.
        }
    }

    /** Where files must be stored before they are there, stores the one that will be asked for. */
    private void store(PeerId peer, FileNumber file) throws InterruptedException {
        String store = rules.commands().store();
        if (store != null) {
            long since = ObservationLog.now();
            type(peer, store, Map.of(Hole.FILE, file));
            await(
                    STORE_S,
                    each ->
                            each instanceof Said said
                                    && said.atMicros() >= since
                                    && said.sentence().kind() == SentenceKind.STORE_ACCEPTED);
        }
    }

    private void awaitStory(Deed deed, SortedSet<PeerId> before, long since, long atMostS)
            throws InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(atMostS);
        boolean isTold = false;
        while (!isTold && !ring.isTimeUp() && System.nanoTime() < endNanos) {
            ring.log().awaitMore(ring.log().size(), LOOK_MS);
            isTold = ring.evidence(deed, before, since).isStoryTold();
            endOverstayed(deed);
        }
    }

    private void await(long atMostS, Predicate<Observation> wanted) throws InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(atMostS);
        while (!ring.isTimeUp()
                && System.nanoTime() < endNanos
                && ring.log().all().stream().noneMatch(wanted)) {
            ring.log().awaitMore(ring.log().size(), LOOK_MS);
        }
    }

    /** A single pause may fall between two pings; each of these is over before the next ping. */
    private void pause(PeerUnderTest peer) throws InterruptedException {
        long intervalMs =
                TimeUnit.MICROSECONDS.toMillis(
                        PingInterval.of(ring.log().all()).orElse(PingInterval.LONGEST_MICROS));
        for (int i = 0; i < PAUSES; i++) {
            peer.pause(Math.round(intervalMs * PAUSE_SHARE));
            Thread.sleep(Math.round(intervalMs * BETWEEN_PAUSES));
        }
    }

    private static void sendRubbish(int port) {
        Random random = new Random(port);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramSocket datagrams = new DatagramSocket()) {
            for (int i = 0; i < RUBBISH; i++) {
                byte[] bytes = new byte[random.nextInt(LONGEST_RUBBISH)];
                random.nextBytes(bytes);
                datagrams.send(new DatagramPacket(bytes, bytes.length, loopback, port));
                try (Socket connection = new Socket(loopback, port)) {
                    connection.getOutputStream().write(bytes);
                }
            }
        } catch (IOException e) {
            // It refuses more of it, which is its right.
        }
    }
}
