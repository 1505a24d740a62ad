package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.NeedsFonts;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.Shortcut;

/** The inspector of the selected peer, with clickable neighbours (WINDOW 3.1). */
@NeedsFonts
class InspectorWindowTest extends WindowFixture {

    private List<String> all(String query) {
        return user.lookup(query).<Labeled>queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void aClickOnANeighbourSelectsThatPeer() {
        select(43);
        until(() -> text("#neighbour-firstSuccessor").equals("77"));
        until(() -> isInSight("#neighbour-firstSuccessor"));
        user.clickOn("#neighbour-firstSuccessor");
        until(() -> text("#inspector-title").equals("Peer 77"));
        assertThat(text("#neighbour-self")).isEqualTo("77");
        user.clickOn("#neighbour-secondPredecessor");
        until(() -> text("#inspector-title").equals("Peer 14"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 840})
    void inANarrowWindowAllFiveNeighboursAreSeenWithTheirRoles(int width) {
        user.interact(() -> stage().setWidth(width));
        select(43);
        until(() -> text("#neighbour-secondSuccessor").equals("104"));
        Bounds inspector = bounds("#inspector").getFirst();
        assertThat(inspector.getWidth()).isBetween(330.0, 400.0);
        List<Bounds> boxes = bounds(".neighbour");
        assertThat(boxes).hasSize(5).allMatch(inspector::contains);
        until(() -> words(".ping-counts").contains("acked"));
        assertThat(words(".neighbour-role") + words(".ping-counts") + words(".inspector-title"))
                .doesNotContain("...", "…");
    }

    @Test
    void whatIsNotKnownOfAPeerThatHasEndedHasNoHeading() {
        select(236);
        until(() -> headings().equals(List.of("NEIGHBOURS", "PINGS", "FILES")));
        key(KeyCode.K);
        until(() -> headings().equals(List.of("ITS LAST NEIGHBOURS", "FILES THAT IT HELD")));
        assertThat(all("#inspector-files .file-name")).containsExactly("2012.pdf");
    }

    /** WINDOW 2.11: drawn for the peer that is looked at alone; the table says the same. */
    @Test
    void theShortcutsOfTheSelectedPeerAreDrawnAndListed() {
        select(43);
        assertThat(headings()).doesNotContain("SHORTCUTS (FINGER TABLE)");
        ring.tell(
                new PeerId(43),
                new LifeEvent.SettingsChanged(PeerSettings.DEFAULTS.withShortcuts(true)));
        ring.tell(
                new PeerId(43),
                new NeighbourEvent.ShortcutsChanged(
                        List.of(
                                new Shortcut(new PeerId(44), new PeerId(77)),
                                new Shortcut(new PeerId(107), new PeerId(168)),
                                new Shortcut(new PeerId(171), new PeerId(99)))));
        until(() -> headings().contains("SHORTCUTS (FINGER TABLE)"));
        until(() -> all("#inspector-shortcuts .shortcut-state").contains("stale"));
        assertThat(all("#inspector-shortcuts .shortcut-state"))
                .containsExactly(
                        "right",
                        "not known yet",
                        "not known yet",
                        "not known yet",
                        "not known yet",
                        "not known yet",
                        "stale",
                        "dead");
        assertThat(drawnShortcuts()).isEqualTo(2);
        select(77);
        until(() -> drawnShortcuts() == 0);
    }

    private long drawnShortcuts() {
        return user.lookup("#shortcuts .shortcut").queryAll().stream()
                .filter(Node::isVisible)
                .count();
    }

    private List<String> headings() {
        return user.lookup("#inspector .section").<Labeled>queryAllAs(Labeled.class).stream()
                .filter(Labeled::isVisible)
                .map(Labeled::getText)
                .toList();
    }

    private List<Bounds> bounds(String query) {
        return user.lookup(query).queryAll().stream()
                .map(node -> node.localToScene(node.getBoundsInLocal()))
                .toList();
    }

    /** Returns the text as it is drawn, which may be cut off in a narrow label. */
    private String words(String query) {
        return user.lookup(query).queryAll().stream()
                .flatMap(label -> label.lookupAll(".text").stream())
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining(" "));
    }

    @Test
    void theFilesThatAPeerHoldsAreListed() {
        select(236);
        until(() -> all("#inspector-files .file-name").equals(List.of("2012.pdf")));
        assertThat(all("#inspector-files .muted")).contains("owner of hash 220");
        user.clickOn("#peer-201");
        until(() -> all("#inspector-files .muted").equals(List.of("holds no files")));
    }

    @Test
    void thePingsToBothSuccessorsAreCountedAndTheMissesToo() {
        select(43);
        until(() -> all("#inspector-pings .ping-target").equals(List.of("to 77", "to 104")));
        until(() ->
                all("#inspector-pings .ping-counts").stream()
                        .allMatch(row -> row.matches("seq.[0-9]+  acked.[0-9]+  missed.0")));
        user.clickOn("#peer-77");
        key(KeyCode.P);
        user.clickOn("#peer-43");
        until(() -> all("#inspector-pings .ping-counts").getFirst().matches(".* missed.[1-4]"));
    }
}
