package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WindowOptionsTest {

    @Test
    void aRecordingIsCalledAfterItsFileOrAfterItsRun() {
        assertThat(name("/home/ada/colleague.ringside")).isEqualTo("colleague.ringside");
        assertThat(name("/home/ada/runs/2026-11-24T18-57-44/ring.ringside"))
                .isEqualTo("2026-11-24T18-57-44");
    }

    private static String name(String file) {
        return new WindowOptions.Recording(Path.of(file)).name();
    }
}
