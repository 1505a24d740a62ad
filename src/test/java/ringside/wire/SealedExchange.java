package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import ringside.peer.Message;
import ringside.ring.PeerId;

/** The bytes of a question and its reply on a ring with a key, as both ends accept them. */
record SealedExchange(
        byte[] challenge,
        Message.Control asked,
        byte[] question,
        Message.Control answered,
        byte[] reply) {

    private static final PeerId LISTENER = new PeerId(43);
    private static final PeerId ASKER = new PeerId(77);

    static SealedExchange of(Message.Control question, Message.Control reply)
            throws MalformedMessageException {
        ExchangeSeal listening = MessageSeal.keyed(Keys.KEY, LISTENER, 0).accepted();
        ExchangeSeal asking = MessageSeal.keyed(Keys.KEY, ASKER, 0).connecting(LISTENER);
        byte[] challenge = WireCases.bytesOf(listening.challenge());
        assertThat(asking.takeChallenge(ByteBuffer.wrap(challenge))).isTrue();
        byte[] asked = WireCases.bytesOf(FrameCodec.encode(question, asking));
        assertThat(FrameCodec.decodeQuestion(ByteBuffer.wrap(asked), listening))
                .isEqualTo(question);
        byte[] answered = WireCases.bytesOf(FrameCodec.encode(reply, listening));
        assertThat(FrameCodec.decodeReply(ByteBuffer.wrap(answered), asking)).isEqualTo(reply);
        return new SealedExchange(challenge, question, asked, reply, answered);
    }
}
