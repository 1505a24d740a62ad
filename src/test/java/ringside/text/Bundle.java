package ringside.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message bundle.
 *
 * @param file its path, beginning with the package
 * @param patterns the patterns by their keys
 */
record Bundle(Path file, SortedMap<String, String> patterns) {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** A bundle that the command-line library reads; its keys and patterns follow other rules. */
    private static final String HELP = "help.properties";

    private static final String ENDING = ".properties";
    private static final Pattern TRANSLATED = Pattern.compile("_[a-z]{2}\\.properties$");

    /** Returns all English bundles of the program, those of inner packages first. */
    static List<Bundle> all() throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("ringside"))) {
            for (Path file : files.filter(Bundle::isOurs).toList()) {
                bundles.add(read(file));
            }
        }
        bundles.sort(Comparator.comparingInt((Bundle bundle) -> -bundle.file.getNameCount()));
        return bundles;
    }

    private static boolean isOurs(Path file) {
        String path = file.toString();
        return path.endsWith(ENDING) && !file.endsWith(HELP) && !TRANSLATED.matcher(path).find();
    }

    /** Returns the same bundle in another language; without a pattern if there is none. */
    Bundle in(String language) throws IOException {
        String path = file.toString().replace(ENDING, "_" + language + ENDING);
        Path translated = RESOURCES.resolve(path);
        return Files.exists(translated)
                ? read(translated)
                : new Bundle(Path.of(path), new TreeMap<>());
    }

    private static Bundle read(Path file) throws IOException {
        TreeMap<String, String> patterns = new TreeMap<>();
        Properties once =
                new Properties() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public synchronized Object put(Object key, Object pattern) {
                        assertThat(patterns.put(key.toString(), pattern.toString()))
                                .as("what %s says twice: %s", file, key)
                                .isNull();
                        return super.put(key, pattern);
                    }
                };
        try (Reader in = Files.newBufferedReader(file)) {
            once.load(in);
        }
        return new Bundle(RESOURCES.relativize(file), patterns);
    }

    /**
     * Returns whether the classes of a folder use this bundle: those of its own folder, and of
     * inner folders without a bundle.
     */
    boolean isOf(Path folder, List<Bundle> all) {
        return all.stream()
                .filter(bundle -> folder.startsWith(bundle.file.getParent()))
                .findFirst()
                .filter(this::equals)
                .isPresent();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
