package ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.ring.Circle;

/** Tests that run beside each other share no port, and none with outgoing connections. */
class BasePortsTest {

    private static final Path TESTS = Path.of("src", "test", "java", "ringside");

    /** Linux lends ports from here on to outgoing connections. */
    private static final int LENT = 32_768;

    private static final Pattern BASE_PORT = Pattern.compile("\\bBASE_PORT = ([0-9_]+);");

    /** A socket bound at the first try or not at all, by a call or by its constructor. */
    private static final Pattern IMPATIENT =
            Pattern.compile("\\.bind\\(|new (Server|Datagram)Socket\\([^)0n]");

    private static final Pattern PATIENT =
            Pattern.compile(
                    "PatientBinding\\.bind\\(\\(\\) -> (\\w+\\.bind\\()?|PeerSockets\\.bind\\(");

    @Test
    void eachClassHasARangeOfItsOwnBelowThoseThatTheSystemLends() throws IOException {
        TreeMap<Integer, Path> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            files.filter(BasePortsTest::takesPorts)
                    .forEach(file ->
                            BASE_PORT
                                    .matcher(read(file))
                                    .results()
                                    .map(found -> found.group(1).replace("_", ""))
                                    .forEach(port -> add(classes, port, file)));
        }
        assertThat(classes).hasSizeGreaterThan(5);
        int free = 0;
        for (Map.Entry<Integer, Path> next : classes.entrySet()) {
            assertThat(next.getKey()).as("%s", next.getValue()).isGreaterThanOrEqualTo(free);
            free = next.getKey() + Circle.IDS_OF_PROCESSES;
        }
        assertThat(free).isLessThanOrEqualTo(LENT);
    }

    /** A port may stay taken for a moment: see {@link PatientBinding}. */
    @Test
    void noTestGivesUpWhenAPortIsTaken() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .filter(file -> !file.endsWith("PatientBinding.java"))
                                    .filter(file -> !file.startsWith(TESTS.resolve("benchmark")))
                                    .filter(BasePortsTest::givesUp))
                    .isEmpty();
        }
    }

    private static boolean givesUp(Path file) {
        return IMPATIENT.matcher(PATIENT.matcher(read(file)).replaceAll("")).find();
    }

    private static boolean takesPorts(Path file) {
        String name = file.toString();
        return name.endsWith("Test.java")
                || (name.endsWith(".java") && file.startsWith(TESTS.resolve("benchmark")));
    }

    private static void add(Map<Integer, Path> classes, String port, Path file) {
        Path other = classes.put(Integer.parseInt(port), file);
        assertThat(other).as("another class on port %s of %s", port, file).isNull();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
