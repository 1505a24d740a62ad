package ringside.fault;

import java.util.ArrayDeque;
import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.peer.Origin;
import ringside.peer.Outbox;
import ringside.peer.Peer;
import ringside.peer.PeerStateMachine;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;

/** A peer whose core is sound and whose border has a planted fault (SPEC 7.7). */
public final class FaultyPeer implements PeerStateMachine {

    private final Peer core;
    private final Deviation deviation;
    private final ArrayDeque<Input> given = new ArrayDeque<>();
    private final Outbox fromCore = new Outbox();

    /**
     * Creates a peer that waits for {@link Input.Started}.
     *
     * @param seed of everything random about it: losses, ids of lookups and transfers
     */
    public FaultyPeer(
            PlantedFault fault, PeerId self, PeerSettings settings, Origin origin, long seed) {
        deviation = deviation(fault, self, settings);
        core = new Peer(self, deviation.settings(settings), origin, seed);
    }

    private static Deviation deviation(PlantedFault fault, PeerId self, PeerSettings settings) {
        return switch (fault) {
            case OWNER_WRONG_AT_WRAP -> new OwnerWrongAtWrap(self);
            case DEAD_AFTER_ONE_MISS -> new DeadAfterOneMiss(settings);
            case TAKES_DEAD_PEER_BACK -> new TakesDeadPeerBack();
            case SECOND_SUCCESSOR_NEVER_UPDATED -> new SecondSuccessorNeverUpdated();
            case QUITS_WITHOUT_A_WORD -> new QuitsWithoutAWord();
            case NEVER_SENDS_AGAIN -> new NeverSendsAgain();
            case ACKNOWLEDGES_WRONG_NUMBER -> new AcknowledgesWrongNumber();
            case WRITES_DUPLICATE_TWICE -> new WritesDuplicateTwice();
            case SEQUENCE_STANDS_STILL -> new SequenceStandsStill();
            case FORWARDS_FOR_EVER -> new ForwardsForEver(self);
            case ANSWERS_FOR_MISSING_FILE -> new AnswersForMissingFile();
            case HALF_FILE_UNDER_FINAL_NAME -> new HalfFileUnderFinalName();
        };
    }

    @Override
    public void step(long nowMicros, Input input, Outbox outbox) {
        Border border =
                new Border() {
                    @Override
                    public void give(Input passed) {
                        given.add(passed);
                    }

                    @Override
                    public void carryOut(Effect effect) {
                        outbox.add(effect);
                    }
                };
        for (Input single : OneByOne.inputs(input)) {
            deviation.incoming(single, border);
            stepCore(nowMicros, border);
        }
    }

    private void stepCore(long nowMicros, Border border) {
        for (Input next = given.poll(); next != null; next = given.poll()) {
            core.step(nowMicros, next, fromCore);
            fromCore.drain(effect ->
                    OneByOne.effects(effect).forEach(single -> deviation.outgoing(single, border)));
        }
    }
}
