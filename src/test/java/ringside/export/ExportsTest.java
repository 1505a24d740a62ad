package ringside.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.channel.StatusLines;
import ringside.channel.VocabularyCases;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.ProcessEvent;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;

class ExportsTest {

    private static final FileNumber NUMBER = new FileNumber("2012");

    private final List<StatusEntry> entries = new ArrayList<>();

    private void add(int peer, StatusEvent event) {
        entries.add(new StatusEntry(1_000_000 + 1_000L * entries.size(), new PeerId(peer), event));
    }

    /** Adds a request from 77 via 104 to 236, and the first segment of the answer. */
    private void addRequest() {
        PeerId asker = new PeerId(77);
        add(77, new LookupEvent.LookupSent(1, LookupPurpose.REQUEST, NUMBER, new PeerId(104), 1));
        add(104, new LookupEvent.LookupForwarded(1, NUMBER, asker, 1, new PeerId(236), true, 0));
        add(236, new LookupEvent.LookupArrived(1, LookupPurpose.REQUEST, NUMBER, asker, 2, true));
        add(
                77,
                new LookupEvent.LookupAnswered(
                        1, LookupPurpose.REQUEST, NUMBER, new PeerId(236), true));
        for (boolean sending : new boolean[] {false, true}) {
            add(
                    sending ? 236 : 77,
                    new FileEvent.TransferStarted(
                            7,
                            sending,
                            new PeerId(sending ? 77 : 236),
                            FileName.parse("2012.pdf"),
                            400,
                            0,
                            400,
                            1,
                            0.1,
                            TransferPurpose.REQUEST));
        }
        segment(236, SegmentStep.SENT, 1, 0);
        segment(77, SegmentStep.RECEIVED, 1, 0);
        segment(77, SegmentStep.ACKNOWLEDGEMENT_SENT, 0, 401);
        segment(236, SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 0, 401);
        add(236, new FileEvent.TransferDone(7, true, 400, 1, 0));
        add(77, new FileEvent.TransferDone(7, false, 400, 1, 0));
    }

    private void segment(int peer, SegmentStep step, long sequence, long acknowledgement) {
        PeerId other = new PeerId(peer == 77 ? 236 : 77);
        add(peer, new FileEvent.SegmentTraced(7, step, other, sequence, 400, acknowledgement));
    }

    private record LogEntry(String event, String host, Map<String, Long> clock) {}

    private static List<LogEntry> parse(String log) {
        List<LogEntry> parsed = new ArrayList<>();
        Matcher lines = Pattern.compile(ShiVizLog.EXPRESSION).matcher(log);
        while (lines.find()) {
            Map<String, Long> clock = new HashMap<>();
            JsonParser.parseString(lines.group("clock"))
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(each -> clock.put(each.getKey(), each.getValue().getAsLong()));
            parsed.add(new LogEntry(lines.group("event"), lines.group("host"), clock));
        }
        return parsed;
    }

    @Test
    void shiVizReadsEveryEventAndEachHostCountsItsOwnEvents() {
        addRequest();
        List<LogEntry> parsed = parse(ShiVizLog.of(entries));
        assertThat(parsed).hasSize(entries.size());
        Map<String, Long> own = new HashMap<>();
        for (LogEntry each : parsed) {
            long count = own.merge(each.host(), 1L, Long::sum);
            assertThat(each.clock()).containsEntry(each.host(), count);
        }
    }

    @Test
    void anArrivalHasAtLeastTheClockOfItsSending() {
        addRequest();
        List<LogEntry> parsed = parse(ShiVizLog.of(entries));
        int[][] sentAndReceived = {{0, 1}, {1, 2}, {2, 3}, {4, 5}, {6, 7}, {8, 9}};
        for (int[] pair : sentAndReceived) {
            Map<String, Long> sent = parsed.get(pair[0]).clock();
            Map<String, Long> received = parsed.get(pair[1]).clock();
            sent.forEach((host, count) ->
                    assertThat(received.getOrDefault(host, 0L))
                            .as("%s after %s", parsed.get(pair[1]), parsed.get(pair[0]))
                            .isGreaterThanOrEqualTo(count));
        }
    }

    @Test
    void everyKindOfEventIsARowThatCanBeReadBack() throws Exception {
        VocabularyCases.EVENTS.forEach(event -> add(43, event));
        String table = EventsCsv.of(entries);
        assertThat(table).startsWith("seconds,peer,kind,what,why,rule,event\r\n");
        List<String> rows = table.lines().skip(1).filter(row -> row.contains("\"{")).toList();
        assertThat(rows).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++) {
            String json = rows.get(i).substring(rows.get(i).indexOf("\"{") + 1);
            String event = json.substring(0, json.length() - 1).replace("\"\"", "\"");
            assertThat(StatusLines.readEntry(event)).isEqualTo(entries.get(i));
        }
    }

    @Test
    void aTransferIsOneRowWithItsFinalState() {
        addRequest();
        String[] rows = TransfersCsv.of(entries).split("\r\n", -1);
        assertThat(rows).hasSize(3);
        assertThat(rows[1]).startsWith("2012.pdf,236,77,request,400,0,400,1,0.1,0.004000,");
        assertThat(rows[1]).endsWith(",1,0,done,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"plain|plain", "=1+1|'=1+1", "-5|-5", "-x|'-x", "@a|'@a"})
    void noSpreadsheetMistakesATextForAFormula(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }

    @Test
    void commasQuotesAndLineBreaksAreQuoted() {
        assertThat(Csv.row(List.of("a,b", "say \"x\"", "1\n2", "")))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"1\n2\",\r\n");
    }

    @Test
    void aHealHasARowOfItsOwnAfterTheEventThatCompletedIt() {
        add(1, new ProcessEvent.ProcessStarted(100, 50_001));
        add(1, new LifeEvent.Running());
        String[] rows = EventsCsv.of(entries).split("\r\n", -1);
        assertThat(rows).hasSize(entries.size() + 3);
        assertThat(rows[3]).contains("is right again").endsWith(",");
    }
}
