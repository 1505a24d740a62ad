package ringside.app.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.app.charts.ChartPicture;
import ringside.app.charts.Curve;
import ringside.export.AtomicFile;
import ringside.figure.FigureCurve;
import ringside.figure.FigureName;
import ringside.figure.FigureResult;
import ringside.node.UsageException;
import ringside.text.Messages;

/**
 * {@code figure NAME}: measures a figure of the Chord paper on simulated rings of the real core,
 * and prints and draws it (SPEC 11.8).
 */
@Command(name = "figure")
final class FigureCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Parameters(paramLabel = "NAME", descriptionKey = "figure.name")
    private String name = ALL;

    @Option(names = "--peers", paramLabel = "N", descriptionKey = "figure.peers")
    private int peers;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "figure.seed")
    private long seed = 1;

    @Option(names = "--into", paramLabel = "FOLDER", descriptionKey = "figure.into")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws UsageException, IOException {
        return run(System.out) ? 0 : 1;
    }

    /**
     * Measures, prints and draws.
     *
     * @param out receives the report, line by line
     * @return whether all figures are near those of the paper
     * @throws UsageException when there is no such figure, or no ring of so many peers
     * @throws IOException when a file cannot be written or a chart not be drawn
     */
    boolean run(PrintStream out) throws UsageException, IOException {
        List<FigureName> wanted = wanted();
        if (peers != 0 && peers < FigureName.FEWEST_PEERS) {
            throw new UsageException(
                    Messages.LAUNCH.format("figure.peers", FigureName.FEWEST_PEERS, peers));
        }
        Files.createDirectories(folder.toAbsolutePath());
        boolean isNear = true;
        for (FigureName figure : wanted) {
            isNear &= show(figure, out);
        }
        return isNear;
    }

    private List<FigureName> wanted() throws UsageException {
        List<FigureName> figures = List.of(FigureName.values());
        List<FigureName> found =
                figures.stream()
                        .filter(figure -> name.equals(ALL) || figure.word().equals(name))
                        .toList();
        if (found.isEmpty()) {
            throw new UsageException(
                    Messages.LAUNCH.format(
                            "figure.unknown",
                            name,
                            Arrays.stream(FigureName.values())
                                    .map(FigureName::word)
                                    .collect(Collectors.joining(", "))));
        }
        return found;
    }

    private boolean show(FigureName figure, PrintStream out) throws IOException {
        out.println(figure.title());
        long beganNanos = System.nanoTime();
        FigureResult result = figure.measure(peers == 0 ? figure.usualPeers() : peers, seed);
        result.lines().forEach(out::println);
        out.println(figure.remark());
        result.misses().forEach(out::println);
        write(result);
        out.println(
                Messages.LAUNCH.format(
                        "figure.done",
                        file(figure, "csv"),
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                (double) (System.nanoTime() - beganNanos)
                                        / TimeUnit.SECONDS.toNanos(1)),
                        seed));
        out.println();
        return result.misses().isEmpty();
    }

    private void write(FigureResult result) throws IOException {
        FigureName figure = result.name();
        AtomicFile.write(file(figure, "csv"), result.csv());
        List<Curve> curves = result.curves().stream().map(curve -> drawn(curve, result)).toList();
        ScenarioCommand.drawn(() ->
                new ChartPicture(figure.title(), figure.axis(), curves)
                        .write(file(figure, "png"), file(figure, "svg")));
    }

    private static Curve drawn(FigureCurve curve, FigureResult result) {
        return new Curve(
                curve.y().title(),
                curve.points(result).stream().map(FigureCommand::point).toList(),
                switch (curve.source()) {
                    case PAPER -> Curve.Line.DASHED;
                    case OURS -> Curve.Line.SOLID;
                });
    }

    private static Curve.Point point(FigureCurve.Point point) {
        return new Curve.Point(point.x(), point.y());
    }

    private Path file(FigureName figure, String extension) {
        return folder.resolve("figure-" + figure.word() + "." + extension);
    }
}
