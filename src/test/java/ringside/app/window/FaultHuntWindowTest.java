package ringside.app.window;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.lessons.FaultHuntViewModel;
import ringside.app.lessons.FaultHuntViewModel.Clue;
import ringside.app.lessons.Lesson;
import ringside.hunt.Suspect;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.NeighbourEvent.PeerDead;
import ringside.status.PeerCommand;
import ringside.status.PlantedFault;

/** 'Find the fault' in the open window (WINDOW 12.4). */
@NeedsFonts
class FaultHuntWindowTest extends WindowFixture {

    private static final PlantedFault FAULT = PlantedFault.DEAD_AFTER_ONE_MISS;

    private static final long SEED =
            LongStream.range(0, 1_000)
                    .filter(seed -> Suspect.draw(FaultHuntViewModel.RING, seed).fault() == FAULT)
                    .findFirst()
                    .orElseThrow();

    private static final PeerId FAULTY = Suspect.draw(FaultHuntViewModel.RING, SEED).peer();

    private static final PeerId SOUND =
            FaultHuntViewModel.RING.stream()
                    .filter(id -> !id.equals(FAULTY))
                    .findFirst()
                    .orElseThrow();

    @Override
    long seed() {
        return SEED;
    }

    private void begin() {
        until(() -> isShown("#peer-139"));
        user.clickOn("#tab-lessons");
        until(() -> isShown("#hunt-begin"));
        user.clickOn("#hunt-begin");
        until(() -> text("#hunt-status").startsWith("8 peers would leave"));
        assertThat(ring.commands()).isEmpty();
        user.clickOn("#hunt-begin");
        until(() -> text("#hunt-status").startsWith("The peers of before leave"));
        assertThat(tooltip("#hunt-begin")).isEqualTo("The ring for it is just being made.");
        until(() -> text("#hunt-status").startsWith("One peer has a fault"));
    }

    private void guess(PeerId peer, PlantedFault fault) {
        ComboBox<PeerId> peers = user.lookup("#hunt-peer").queryComboBox();
        ComboBox<PlantedFault> faults = user.lookup("#hunt-fault").queryComboBox();
        peers.setValue(peer);
        faults.setValue(fault);
        user.clickOn("#hunt-guess");
    }

    private List<Clue> clues() {
        ListView<Clue> list = user.lookup("#hunt-clues").queryListView();
        return List.copyOf(list.getItems());
    }

    @Test
    void aRingOfItsOwnStartsWithOneFaultAndTellsNothing() {
        begin();
        assertThat(ring.faults()).isEqualTo(Map.of(FAULTY, FAULT));
        assertThat(ring.commands())
                .startsWith(
                        new Command.Tell(FaultHuntViewModel.RING, new PeerCommand.Quit()),
                        new Command.Add(FaultHuntViewModel.RING))
                .hasSize(2 + FaultHuntViewModel.RING.size());
        assertThat(ring.commands().getLast())
                .isEqualTo(
                        new Command.Tell(
                                List.of(id(236)),
                                new PeerCommand.Store(
                                        Path.of("assets/files/4126.png")
                                                .toAbsolutePath()
                                                .toString(),
                                        new FileNumber("0236"))));
        assertThat(isDisabled("#hunt-guess")).isTrue();
        assertThat(isShown("#hunt-clues")).isFalse();
        assertThat(text("#hunt-verdict")).isEmpty();
    }

    @Test
    void aGuessIsJudgedByPeerAndFaultUntilBothAreRight() {
        begin();
        ring.tell(FAULTY, new PeerDead(SOUND, 1));
        pass(ofSeconds(1));
        guess(SOUND, PlantedFault.NEVER_SENDS_AGAIN);
        assertThat(text("#hunt-verdict")).startsWith("Neither");
        guess(SOUND, FAULT);
        assertThat(text("#hunt-verdict"))
                .isEqualTo("That is the fault, but peer " + SOUND + " does not have it.");
        guess(FAULTY, PlantedFault.NEVER_SENDS_AGAIN);
        assertThat(text("#hunt-verdict")).endsWith("but it has another fault.");
        assertThat(clues()).isEmpty();
        guess(FAULTY, FAULT);
        assertThat(text("#hunt-verdict")).startsWith("Right");
        assertThat(text("#hunt-status"))
                .isEqualTo(
                        "It was peer "
                                + FAULTY
                                + ". It calls a peer dead after one missed ping. A restart makes it"
                                + " sound.");
        assertThat(clues()).hasSize(1);
        assertThat(clues().getFirst().text()).contains(SOUND.toString());
        assertThat(clues().getFirst().time()).startsWith("00:");
        assertThat(ring.faults()).isEmpty();
        assertThat(isShown("#hunt-tell")).isFalse();
    }

    @Test
    void aFaultThatHasNotShownIsToldWithHowToMakeItShow() {
        begin();
        user.clickOn("#hunt-tell");
        assertThat(text("#hunt-hint")).startsWith("It has not shown yet. Pause");
        assertThat(clues()).isEmpty();
        ring.tell(FAULTY, new PeerDead(SOUND, 1));
        until(() -> clues().size() == 1);
        assertThat(text("#hunt-hint")).isEmpty();
    }

    @Test
    void itEndsByItsButtonOrWithAnotherLesson() {
        begin();
        user.clickOn("#hunt-end");
        until(() -> isShown("#lesson-list"));
        assertThat(ring.faults()).isEmpty();
        assertThat(text("#hunt-status")).isEmpty();
        ListView<Lesson> list = user.lookup("#lesson-list").queryListView();
        user.interact(() -> list.getSelectionModel().selectFirst());
        user.clickOn("#hunt-begin").clickOn("#hunt-begin");
        until(() -> text("#hunt-status").startsWith("One peer has a fault"));
        user.clickOn("#lesson-run");
        until(() -> isShown("#lesson-list"));
        assertThat(ring.faults()).isEmpty();
    }
}
