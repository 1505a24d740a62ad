package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.status.SuccessorRole;
import ringside.wire.MessageSeal.Verdict;

/** SPEC 10.6: who has no key makes no message, and repeats none. */
class KeyedSealTest {

    private static final PeerId ONE = new PeerId(1);
    private static final PeerId TWO = new PeerId(2);
    private static final PeerId THREE = new PeerId(3);
    private static final long START = 1_700_000_000_000_000L;
    private static final Datagram PING = new Datagram.Ping(SuccessorRole.FIRST, 131);
    private static final Message.Question<?> QUESTION = new Message.NeighboursWanted(ONE);
    private static final Message.Reply REPLY = new Message.Accepted();

    private final MessageSeal one = MessageSeal.keyed(Keys.KEY, ONE, START);
    private final MessageSeal two = MessageSeal.keyed(Keys.KEY, TWO, START);

    private static ByteBuffer sealed(MessageSeal seal, PeerId to) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1_024);
        DatagramCodec.encode(PING, buffer);
        seal.seal(to, buffer, 0);
        return buffer.flip();
    }

    /** PROTOCOL 'A ring with a key' has this example. */
    @Test
    void aSealIsASequenceNumberAndATag() {
        ByteBuffer bytes = sealed(one, TWO);
        byte[] seal = new byte[KeyedSeal.SEAL_BYTES];
        bytes.get(bytes.limit() - seal.length, seal);
        assertThat(HexFormat.ofDelimiter(" ").formatHex(seal))
                .isEqualTo(
                        "00 06 0a 24 18 1e 40 00"
                                + " 31 6e 2e 12 15 c4 43 fa dc 8e a4 12 c2 ea 07 af");
    }

    @Test
    void theReceiverFindsTheMessageAsItWas() throws Exception {
        ByteBuffer bytes = sealed(one, TWO);
        assertThat(two.open(ONE, bytes)).isEqualTo(Verdict.GENUINE);
        assertThat(DatagramCodec.decode(bytes)).isEqualTo(PING);
    }

    @Test
    void datagramsInOneBufferAreSealedAndOpenedEachForItself() throws Exception {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1_024);
        DatagramCodec.encode(PING, buffer);
        one.seal(TWO, buffer, 0);
        int second = buffer.position();
        DatagramCodec.encode(PING, buffer);
        one.seal(TWO, buffer, second);
        buffer.flip().position(second);
        assertThat(two.open(ONE, buffer)).isEqualTo(Verdict.GENUINE);
        assertThat(DatagramCodec.decode(buffer)).isEqualTo(PING);
        buffer.limit(second).position(0);
        assertThat(two.open(ONE, buffer)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void aChangedByteAnywhereIsFound() {
        int length = sealed(one, TWO).limit();
        for (int i = 0; i < length; i++) {
            ByteBuffer bytes = sealed(one, TWO);
            bytes.put(i, (byte) (bytes.get(i) ^ 1));
            assertThat(two.open(ONE, bytes)).as("byte %d", i).isEqualTo(Verdict.WRONG_TAG);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 23, 24})
    void whatIsTooShortIsNoMessage(int length) {
        assertThat(two.open(ONE, ByteBuffer.allocate(length))).isEqualTo(Verdict.WRONG_TAG);
    }

    @Test
    void anotherKeyAndNoKeyAreNoKey() {
        MessageSeal stranger = MessageSeal.keyed(Keys.OTHER_KEY, ONE, START);
        assertThat(two.open(ONE, sealed(stranger, TWO))).isEqualTo(Verdict.WRONG_TAG);
        assertThat(two.open(ONE, sealed(MessageSeal.none(), TWO))).isEqualTo(Verdict.WRONG_TAG);
    }

    @Test
    void aDatagramComesFromItsSenderToItsReceiver() {
        assertThat(two.open(THREE, sealed(one, TWO))).isEqualTo(Verdict.WRONG_TAG);
        assertThat(two.open(ONE, sealed(one, THREE))).isEqualTo(Verdict.WRONG_TAG);
        assertThat(one.open(TWO, sealed(one, TWO))).isEqualTo(Verdict.WRONG_TAG);
    }

    @Test
    void aDatagramComesOnce() {
        ByteBuffer first = sealed(one, TWO);
        ByteBuffer again = first.duplicate();
        assertThat(two.open(ONE, first)).isEqualTo(Verdict.GENUINE);
        assertThat(two.open(ONE, again)).isEqualTo(Verdict.REPLAYED);
        assertThat(two.open(ONE, sealed(one, TWO))).isEqualTo(Verdict.GENUINE);
    }

    /** The process before has sent at most one datagram a microsecond. */
    @Test
    void aPeerThatStartsAgainIsHeardAndWhatItSentBeforeIsNot() {
        ByteBuffer before = sealed(one, TWO);
        MessageSeal restarted = MessageSeal.keyed(Keys.KEY, ONE, START + 1_000_000);
        assertThat(two.open(ONE, sealed(restarted, TWO))).isEqualTo(Verdict.GENUINE);
        assertThat(two.open(ONE, before)).isEqualTo(Verdict.REPLAYED);
    }

    // -- connections

    private static final class Connection {
        private final ExchangeSeal asker;
        private final ExchangeSeal listener;

        Connection(MessageSeal asking, PeerId asked, MessageSeal listening) {
            asker = asking.connecting(asked);
            listener = listening.accepted();
            assertThat(asker.takeChallenge(listener.challenge())).isTrue();
        }
    }

    @Test
    void aQuestionAndItsReplyAreRead() throws Exception {
        Connection connection = new Connection(one, TWO, two);
        ByteBuffer question = FrameCodec.encode(QUESTION, connection.asker);
        assertThat(FrameCodec.decodeQuestion(question, connection.listener)).isEqualTo(QUESTION);
        ByteBuffer reply = FrameCodec.encode(REPLY, connection.listener);
        assertThat(FrameCodec.decodeReply(reply, connection.asker)).isEqualTo(REPLY);
        assertThat(reply.hasRemaining()).isFalse();
    }

    @Test
    void noByteMayBeMissing() throws Exception {
        Connection connection = new Connection(one, TWO, two);
        ByteBuffer question = FrameCodec.encode(QUESTION, connection.asker);
        int whole = question.limit();
        for (int length = 0; length < whole; length++) {
            question.position(0).limit(length);
            assertThat(FrameCodec.decodeQuestion(question, connection.listener)).isNull();
        }
        question.limit(whole);
        assertThat(FrameCodec.decodeQuestion(question, connection.listener)).isEqualTo(QUESTION);
        ExchangeSeal asker = one.connecting(TWO);
        assertThat(asker.takeChallenge(two.accepted().challenge().limit(15))).isFalse();
    }

    @Test
    void aQuestionWithoutTheKeyIsRefused() {
        Connection wrong = new Connection(MessageSeal.keyed(Keys.OTHER_KEY, ONE, START), TWO, two);
        assertRefused(FrameCodec.encode(QUESTION, wrong.asker), wrong.listener);
        ByteBuffer bare = ByteBuffer.allocate(1_024).put(FrameCodec.encode(QUESTION)).flip();
        assertRefused(bare.limit(1_024), two.accepted());
    }

    @Test
    void aQuestionIsOfUseOnOneConnectionOnly() {
        ByteBuffer question = FrameCodec.encode(QUESTION, new Connection(one, TWO, two).asker);
        assertRefused(question, new Connection(one, TWO, two).listener);
    }

    /** A recorded question would be of use where a challenge comes again. */
    @Test
    void noChallengeComesTwice() {
        MessageSeal restarted = MessageSeal.keyed(Keys.KEY, ONE, START + 1);
        MessageSeal sameClock = MessageSeal.keyed(Keys.KEY, ONE, START);
        Set<ByteBuffer> challenges = new HashSet<>();
        for (MessageSeal listening : List.of(one, two, restarted, sameClock)) {
            for (int i = 0; i < 100; i++) {
                challenges.add(listening.accepted().challenge());
            }
        }
        assertThat(challenges).hasSize(400);
    }

    /** A thief hands on the challenge of one peer as that of another. */
    @Test
    void aQuestionToOnePeerIsOfNoUseAtAnother() {
        MessageSeal three = MessageSeal.keyed(Keys.KEY, THREE, START);
        Connection handedOn = new Connection(one, TWO, three);
        assertRefused(FrameCodec.encode(QUESTION, handedOn.asker), handedOn.listener);
        Connection reflected = new Connection(one, TWO, one);
        assertRefused(FrameCodec.encode(QUESTION, reflected.asker), reflected.listener);
    }

    @Test
    void aReplyIsOfUseToOneQuestionOnly() throws Exception {
        Connection first = new Connection(one, TWO, two);
        assertThat(
                        FrameCodec.decodeQuestion(
                                FrameCodec.encode(QUESTION, first.asker), first.listener))
                .isEqualTo(QUESTION);
        ByteBuffer reply = FrameCodec.encode(REPLY, first.listener);
        Connection second = new Connection(one, TWO, two);
        FrameCodec.encode(QUESTION, second.asker);
        assertThatThrownBy(() -> FrameCodec.decodeReply(reply, second.asker))
                .isInstanceOf(MalformedMessageException.class);
    }

    private static void assertRefused(ByteBuffer frame, ExchangeSeal listener) {
        assertThatThrownBy(() -> FrameCodec.decodeQuestion(frame, listener))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("a tag that does not fit");
    }
}
