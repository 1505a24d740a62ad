package ringside.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.channel.MalformedLineException;
import ringside.channel.StatusLines;
import ringside.channel.VocabularyCases;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

class TablesTest {

    private final Story story = new Story();

    private List<List<String>> events() throws IOException {
        StringBuilder out = new StringBuilder();
        EventTable.write(story.entries(), out);
        return CsvReading.rows(out.toString());
    }

    private List<List<String>> transfers() throws IOException {
        StringBuilder out = new StringBuilder();
        TransferTable.write(story.entries(), out);
        return CsvReading.rows(out.toString());
    }

    @Test
    void everyKindOfEventHasARowFromWhichItCanBeReadAgain()
            throws IOException, MalformedLineException {
        VocabularyCases.EVENTS.forEach(event -> story.that(43, event));
        List<List<String>> rows =
                events().stream().filter(row -> !row.get(3).equals("healed")).toList();
        assertThat(rows).hasSize(1 + story.entries().size());
        for (int i = 0; i < story.entries().size(); i++) {
            List<String> row = rows.get(i + 1);
            assertThat(row).hasSameSizeAs(EventTable.TITLES).doesNotContain("");
            assertThat(StatusLines.readEntry(row.getLast())).isEqualTo(story.entries().get(i));
        }
    }

    @Test
    void aRowSaysWhenWhoWhatWhyAndByWhichRule() throws IOException {
        story.that(5, new LifeEvent.Running()).that(5, new LifeEvent.Leaving(0));
        List<String> row = events().getLast();
        StatusEntry running = story.entries().getFirst();
        String what =
                Explanations.of(story.entries().getLast(), RingState.EMPTY.after(running)).text();
        assertThat(row.subList(0, 5))
                .containsExactly("0.001000", "5", "membership", "leaving", what);
        assertThat(row.get(5)).isNotEmpty();
        assertThat(row.get(6)).isEqualTo("SPEC 5.1");
    }

    @Test
    void aRingThatIsRightAgainHasARowWithoutAnEvent() throws IOException {
        story.that(5, new ProcessEvent.ProcessStarted(1, 50_005))
                .that(5, new LifeEvent.Running())
                .that(8, new ProcessEvent.ProcessStarted(2, 50_008))
                .that(8, new LifeEvent.Running())
                .that(5, neighboursAre(8))
                .that(8, neighboursAre(5))
                .that(8, new ProcessEvent.ProcessKilled())
                .that(5, neighboursAre());
        assertThat(events())
                .anySatisfy(
                        row -> {
                            assertThat(row.get(3)).isEqualTo("healed");
                            assertThat(row.getLast()).isEmpty();
                        });
    }

    private static StatusEvent neighboursAre(int... ids) {
        List<PeerId> others = Arrays.stream(ids).mapToObj(Story::id).toList();
        return new NeighbourEvent.NeighboursChanged(
                others, others, NeighboursCause.STABILISED);
    }

    @Test
    void aTransferIsOneRowOfWhatBothSidesTold() throws IOException {
        story.receives(7, "2012.pdf")
                .sends(7, "2012.pdf")
                .that(8, new FileEvent.TransferDone(7, false, 100, 4, 1))
                .that(5, new FileEvent.TransferDone(7, true, 100, 5, 2));
        assertThat(transfers())
                .containsExactly(
                        TransferTable.TITLES,
                        List.of(
                                "2012.pdf", "request", "5", "8", "100", "0", "40", "1", "0.1000",
                                "0.000000", "0.002000", "50000", "5", "2", "done", ""));
    }

    @Test
    void aTransferThatFailedSaysWhyAndOneUnderWayHasNoEnd() throws IOException {
        story.sends(7, "2012.pdf")
                .that(5, new FileEvent.TransferFailed(7, true, "=cmd|' /c calc'!A0, \"x\""))
                .sends(8, "2013");
        List<List<String>> rows = transfers();
        assertThat(rows.get(1).subList(14, 16))
                .containsExactly("failed", "'=cmd|' /c calc'!A0, \"x\"");
        assertThat(rows.get(2).get(10)).isEmpty();
        assertThat(rows.get(2).get(14)).isEqualTo("under way");
    }

    @Test
    void transfersThatAWindowHasForgottenAreStillThere() throws IOException {
        for (int i = 0; i < 500; i++) {
            story.sends(i, "2012.pdf").that(5, new FileEvent.TransferDone(i, true, 100, 3, 0));
        }
        assertThat(transfers()).hasSize(501).allSatisfy(row -> assertThat(row).hasSize(16));
        assertThat(transfers().subList(1, 501)).allMatch(row -> row.get(14).equals("done"));
    }
}
