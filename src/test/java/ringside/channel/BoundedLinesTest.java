package ringside.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    /** Longer than any internal buffer. */
    private static final int LONG = 100_000;

    private static BoundedLines of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BoundedLines of(byte[] bytes) {
        return new BoundedLines(new ByteArrayInputStream(bytes));
    }

    @Test
    void linesAreReadWithoutTheirLineBreaks() throws Exception {
        BoundedLines lines = of("one\n\n" + "é".repeat(LONG) + "\n");
        assertThat(lines.next(2 * LONG)).isEqualTo("one");
        assertThat(lines.next(2 * LONG)).isEmpty();
        assertThat(lines.next(2 * LONG)).isEqualTo("é".repeat(LONG));
        assertThat(lines.next(2 * LONG)).isNull();
        assertThat(lines.isCutOff()).isFalse();
        assertThat(lines.taken()).isEqualTo(5 + 2 * LONG + 1);
    }

    @Test
    void aLineMayArriveInPieces() throws Exception {
        InputStream slow =
                new ByteArrayInputStream("abc\ndef\n".getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int read(byte[] into, int offset, int length) {
                        return super.read(into, offset, Math.min(1, length));
                    }
                };
        BoundedLines lines = new BoundedLines(slow);
        assertThat(lines.next(3)).isEqualTo("abc");
        assertThat(lines.next(3)).isEqualTo("def");
        assertThat(lines.next(3)).isNull();
    }

    @Test
    void anIncompleteLastLineIsDropped() throws Exception {
        BoundedLines lines = of("one\ntw");
        lines.next(10);
        assertThat(lines.next(10)).isNull();
        assertThat(lines.isCutOff()).isTrue();
    }

    @Test
    void theLineAfterOneThatIsTooLongCanBeRead() throws Exception {
        BoundedLines lines = of("x".repeat(LONG) + "\n" + "abcd\nabc\n");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> lines.next(3)).isInstanceOf(MalformedLineException.class);
            lines.skipRest();
        }
        assertThat(lines.next(3)).isEqualTo("abc");
    }

    @Test
    void anEndlessLineIsCutOff() throws IOException {
        BoundedLines lines = of("x".repeat(LONG));
        assertThatThrownBy(() -> lines.next(3)).isInstanceOf(MalformedLineException.class);
        lines.skipRest();
        assertThat(lines.isCutOff()).isTrue();
    }

    @Test
    void invalidUtf8IsMalformedAndTheNextLineIsRead() throws Exception {
        BoundedLines lines = of(new byte[] {'a', (byte) 0xff, '\n', 'b', '\n'});
        assertThatThrownBy(() -> lines.next(10)).isInstanceOf(MalformedLineException.class);
        lines.skipRest();
        assertThat(lines.next(10)).isEqualTo("b");
    }

    @Test
    void aReplacementCharacterInTheInputIsText() throws Exception {
        assertThat(of("\ufffd\n").next(10)).isEqualTo("\ufffd");
    }
}
