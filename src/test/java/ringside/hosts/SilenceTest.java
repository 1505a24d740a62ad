package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.BesideOthers;
import ringside.hosts.Silence.Change;

@BesideOthers
class SilenceTest {

    @Test
    void aHostIsSilentOnceAndHeardOnce() {
        Silence silence = new Silence(0);

        assertThat(silence.look(Silence.PATIENCE_NANOS - 1)).isEqualTo(Change.NONE);
        assertThat(silence.isLongerThanPatience(Silence.PATIENCE_NANOS - 1)).isFalse();
        assertThat(silence.isLongerThanPatience(Silence.PATIENCE_NANOS)).isTrue();
        assertThat(silence.look(Silence.PATIENCE_NANOS)).isEqualTo(Change.BEGUN);
        assertThat(silence.look(Silence.PATIENCE_NANOS * 2)).isEqualTo(Change.NONE);
        silence.heard(Silence.PATIENCE_NANOS * 2);
        assertThat(silence.look(Silence.PATIENCE_NANOS * 2)).isEqualTo(Change.OVER);
        assertThat(silence.look(Silence.PATIENCE_NANOS * 2)).isEqualTo(Change.NONE);
    }
}
