package ringside.fault;

import java.util.ArrayList;
import java.util.List;
import ringside.peer.Datagram;
import ringside.peer.Effect;
import ringside.peer.Input;

/** Takes trains apart: a planted fault concerns single segments. Stateless. */
final class OneByOne {

    private OneByOne() {}

    static List<Input> inputs(Input input) {
        if (!(input instanceof Input.TrainReceived(var from, var train))) {
            return List.of(input);
        }
        List<Input> single = new ArrayList<>();
        for (Datagram.Segment segment : train.segments()) {
            single.add(new Input.DatagramReceived(from, segment.copy()));
        }
        return single;
    }

    static List<Effect> effects(Effect effect) {
        return switch (effect) {
            case Effect.SendTrain(var to, var train) -> {
                List<Effect> single = new ArrayList<>();
                train.segments().forEach(segment -> single.add(new Effect.Send(to, segment)));
                yield single;
            }
            case Effect.LogTrain rows -> List.copyOf(rows.lines());
            case Effect other -> List.of(other);
        };
    }
}
