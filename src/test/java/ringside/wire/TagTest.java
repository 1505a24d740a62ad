package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.BesideOthers;

/** SPEC 10.6: tags are those of the JDK's own HMAC-SHA-256, whatever fills blocks of the digest. */
@BesideOthers
class TagTest {

    private static final int START = 3;

    private final Random random = new Random(7);

    private byte[] bytes(int length) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return drawn;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 36, 37, 55, 56, 63, 64, 65, 127, 128, 1_400, 65_000})
    void aTagIsThatOfTheJdk(int length) throws Exception {
        for (int contextLength : new int[] {0, 3, 19, 64}) {
            byte[] secret = bytes(RingKey.BYTES);
            byte[] context = bytes(contextLength);
            byte[] message = bytes(length);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(context);
            byte[] right = Arrays.copyOf(mac.doFinal(message), Tag.BYTES);
            Tag tag = new Tag(RingKey.parse(HexFormat.of().formatHex(secret)));

            ByteBuffer buffer = ByteBuffer.allocate(START + length + Tag.BYTES);
            buffer.position(START).put(message);
            tag.append(context, buffer, START);

            assertThat(Arrays.copyOfRange(buffer.array(), START + length, buffer.capacity()))
                    .isEqualTo(right);
            assertThat(tag.last()).isEqualTo(right);
            buffer.position(START);
            assertThat(tag.fits(context, buffer, START + length)).isTrue();
            buffer.array()[buffer.capacity() - 1] ^= 1;
            assertThat(tag.fits(context, buffer, START + length)).isFalse();
        }
    }
}
