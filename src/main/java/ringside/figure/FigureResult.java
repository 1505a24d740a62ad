package ringside.figure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A figure that was measured: a table of the paper's numbers and ours.
 *
 * @param name what it shows
 * @param columns of the table
 * @param rows a number for each column
 * @param curves of the chart
 * @param misses sentences about numbers that are too far from the paper's; empty when all are near
 */
public record FigureResult(
        FigureName name,
        List<Column> columns,
        List<Row> rows,
        List<FigureCurve> curves,
        List<String> misses) {

    public FigureResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        curves = List.copyOf(curves);
        misses = List.copyOf(misses);
    }

    private static final String GAP = "  ";

    /** Returns the table as lines of aligned columns, titles first. */
    public List<String> lines() {
        List<List<String>> cells =
                Stream.concat(Stream.of(titles()), rows.stream().map(this::cells)).toList();
        List<Integer> widths =
                IntStream.range(0, columns.size())
                        .mapToObj(at ->
                                cells.stream()
                                        .mapToInt(row -> row.get(at).length())
                                        .max()
                                        .orElse(0))
                        .toList();
        return cells.stream().map(row -> aligned(row, widths)).toList();
    }

    private static String aligned(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < row.size(); at++) {
            String cell = row.get(at);
            line.append(at == 0 ? "" : GAP)
                    .append(" ".repeat(widths.get(at) - cell.length()))
                    .append(cell);
        }
        return line.toString();
    }

    /** Returns the table as comma-separated values, titles first. */
    public String csv() {
        return Stream.concat(Stream.of(titles()), rows.stream().map(this::cells))
                .map(row -> row.stream().map(FigureResult::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.contains(",") ? "\"" + cell + "\"" : cell;
    }

    private List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }

    private List<String> cells(Row row) {
        return columns.stream().map(column -> column.format(row.get(column))).toList();
    }
}
