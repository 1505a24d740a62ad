package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.BesideOthers;

/** When an agent marks the folder of its program as used (SPEC 13.2). */
@BesideOthers
class TravelledFolderTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    @TempDir private Path folder;

    private final AtomicLong now = new AtomicLong();

    private void setBack() throws IOException {
        Files.setLastModifiedTime(folder, LONG_AGO);
    }

    private boolean isMarked() throws IOException {
        return Files.getLastModifiedTime(folder).compareTo(LONG_AGO) > 0;
    }

    @Test
    void aUseIsMarkedOnceADay() throws Exception {
        TravelledFolder program = new TravelledFolder(folder, now::get);
        setBack();
        program.use();
        assertThat(isMarked()).isTrue();

        setBack();
        now.addAndGet(TimeUnit.DAYS.toNanos(1) - 1);
        program.use();
        assertThat(isMarked()).isFalse();

        now.incrementAndGet();
        program.use();
        assertThat(isMarked()).isTrue();
    }

    @Test
    void aFolderThatCannotBeMarkedIsNoError() {
        assertThatCode(new TravelledFolder(folder.resolve("none"), now::get)::use)
                .doesNotThrowAnyException();
        assertThatCode(new TravelledFolder(null, now::get)::use).doesNotThrowAnyException();
    }
}
