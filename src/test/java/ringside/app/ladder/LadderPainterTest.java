package ringside.app.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.app.drawing.Ink;
import ringside.ladder.LadderRow;
import ringside.ladder.LadderRows;
import ringside.ladder.LadderScale;
import ringside.ladder.TransferStory;
import ringside.ring.PeerId;
import ringside.status.SegmentStep;

class LadderPainterTest {

    private final TransferStory exchange = new TransferStory();

    private LadderData picture(long asOfMicros) {
        List<LadderRow> rows = LadderRows.of(exchange.trace(), asOfMicros, Set.of());
        return new LadderData(
                1,
                new PeerId(236),
                new PeerId(43),
                rows,
                LadderScale.of(rows, asOfMicros),
                LossIndex.of(rows, asOfMicros, exchange.trace().completeness()),
                exchange.trace().completeness(),
                TransferStory.START_MICROS,
                asOfMicros,
                1);
    }

    private Drawn draw(double height, double top, double zoom) {
        Drawn drawn = new Drawn();
        LadderViewport viewport = new LadderViewport(440, height, top, zoom, null);
        new LadderPainter(drawn, picture(exchange.atMicros()), viewport).draw();
        return drawn;
    }

    @Test
    void aLostSegmentIsDrawnAsACrossABracketAndARetransmission() {
        exchange.smooth(0, 2).lost(2).smooth(3, 2);
        Drawn drawn = draw(2_000, 0, 2);
        assertThat(drawn.texts)
                .contains("236 sends", "43 receives", "801", "801 RTX", "1 s", "ack 1201");
        assertThat(drawn.lines).contains(Ink.LOST, Ink.RESENT, Ink.SEGMENT, Ink.ACKNOWLEDGEMENT);
        assertThat(drawn.lines.stream().filter(ink -> ink == Ink.LOST).count()).isEqualTo(3);
    }

    @Test
    void theLegendUsesTheInksOfTheLadder() {
        Drawn drawn = new Drawn();
        new LadderLegend(drawn, 300).draw(640);
        assertThat(drawn.texts)
                .containsExactly("segment", "acknowledged", "sent again", "lost", "time-out");
        assertThat(drawn.lines)
                .contains(Ink.SEGMENT, Ink.ACKNOWLEDGEMENT, Ink.RESENT, Ink.LOST, Ink.MUTED);
    }

    @Test
    void aRunIsDrawnAsOneLineOfText() {
        exchange.smooth(0, 45);
        assertThat(draw(2_000, 0, 1).texts).contains("37 segments, all acknowledged");
    }

    /** A label that has moved up stands below the names, or not at all. */
    @Test
    void noLabelIsHiddenInHalfBelowTheNamesOrAtTheEdge() {
        exchange.smooth(0, 3).lost(3).smooth(4, 45).lost(49).smooth(50, 3);
        double height = 200;
        double namesY = 13;
        for (double top = 0; top < 400; top++) {
            Drawn drawn = draw(height, top, 1);
            assertThat(drawn.textYs)
                    .as("moved up by %s", top)
                    .allMatch(y ->
                            y == namesY
                                    || (y >= LadderPainter.TOP
                                            && y <= height - LadderSymbols.FONT / 2));
        }
        assertThat(draw(height, 0, 1).texts).contains("236 sends", "1");
    }

    @Test
    void theCostDependsOnlyOnThePartInSight() {
        exchange.smooth(0, 100);
        for (int i = 100; i < 5_000; i++) {
            exchange.lost(i);
        }
        int whole = draw(600, 0, 1e-3).strokes;
        int part = draw(600, 3_000, 1).strokes;
        assertThat(whole).isLessThan(1_000);
        assertThat(part).isLessThan(1_000);
    }

    @Test
    void lossesStayRedWhenZoomedOut() {
        for (int i = 0; i < 2_000; i++) {
            exchange.lost(i);
        }
        assertThat(draw(300, 0, 1e-3).lines).contains(Ink.LOST);
    }

    @Test
    void anArrowWithoutArrivalIsUnderWayAndLaterLost() {
        exchange.step(SegmentStep.SENT, 1).step(SegmentStep.ACKNOWLEDGEMENT_SENT, 1);
        LadderData soon = picture(exchange.atMicros());
        LadderData late = picture(exchange.atMicros() + 2_000_000);
        assertThat(LadderWords.of(soon.rows().getFirst(), soon)).endsWith("on its way.");
        assertThat(LadderWords.of(late.rows().getFirst(), late)).endsWith("lost on its way.");
    }

    @Test
    void aSegmentIsNotCalledLostIfTheReceiverReportsNothing() {
        exchange.step(SegmentStep.SENT, 1);
        LadderData late = picture(exchange.atMicros() + 2_000_000);
        assertThat(LadderWords.of(late.rows().getFirst(), late))
                .endsWith("whether it arrived was not reported.");
    }

    @Test
    void everyKindOfRowHasASentence() {
        exchange.smooth(0, 30).lost(30).step(SegmentStep.RESENT, 1);
        exchange.step(SegmentStep.DUPLICATE_RECEIVED, 1);
        LadderData picture = picture(exchange.atMicros());
        List<String> words =
                picture.rows().stream().map(row -> LadderWords.of(row, picture)).toList();
        assertThat(words).allMatch(text -> text.endsWith(".") && !text.contains("{"));
        assertThat(words)
                .contains(
                        "Segment 1 with 400 bytes, up to 401, arrived after 50 µs.",
                        "Time-out of segment 12001: no acknowledgement for 1 s.",
                        "Segment 1 with 400 bytes sent again, arrived after 50 µs and was there"
                                + " already.");
    }

    @Test
    void aResentSegmentIsNotCalledLostIfArrivalsAreUnreported() {
        exchange.step(SegmentStep.DROPPED, 1).step(SegmentStep.RESENT, 1);
        LadderData picture = picture(exchange.atMicros() + 2_000_000);
        assertThat(LadderWords.of(picture.rows().getFirst(), picture))
                .isEqualTo("Segment 1 with 400 bytes, up to 401, thrown away by the loss setting.");
        assertThat(LadderWords.of(picture.rows().getLast(), picture))
                .isEqualTo(
                        "Segment 1 with 400 bytes sent again, and whether it arrived was not reported.");
    }
}
