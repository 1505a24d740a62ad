package ringside.app.window;

import java.util.Optional;
import java.util.function.BiConsumer;
import ringside.app.lessons.LessonsViewModel;
import ringside.model.TransferState;
import ringside.status.PeerCommand.Droppable;
import ringside.supervisor.PeerFiles;

/**
 * The controls that only a running ring has.
 *
 * @param dropNext drops the next segment or acknowledgement of a transfer
 * @param files those that peers have received, also on other hosts
 */
record LiveControls(
        BiConsumer<TransferState, Droppable> dropNext,
        Optional<LessonsViewModel> lessons,
        PeerFiles files) {}
