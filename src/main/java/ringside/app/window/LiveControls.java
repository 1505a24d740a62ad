package ringside.app.window;

import java.util.Optional;
import java.util.function.BiConsumer;
import ringside.app.lessons.LessonsViewModel;
import ringside.model.TransferState;
import ringside.status.PeerCommand.Droppable;

/**
 * What a run that goes on lets one do beside looking.
 *
 * @param dropNext throws away the next segment or acknowledgement of a transfer
 */
record LiveControls(
        BiConsumer<TransferState, Droppable> dropNext, Optional<LessonsViewModel> lessons) {}
