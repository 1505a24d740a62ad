package ringside.simulation;

import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.status.LifeEvent;

/** What a simulated peer has sent and received since its start, counted as a process counts it. */
final class MessageCounts {

    private long datagramsReceived;
    private long datagramsSent;
    private long messagesReceived;
    private long messagesSent;

    void count(Input input) {
        if (input instanceof Input.DatagramReceived) {
            datagramsReceived++;
        } else if (input instanceof Input.TrainReceived received) {
            datagramsReceived += received.train().count();
        } else if (input instanceof Input.Asked || input instanceof Input.Answered) {
            messagesReceived++;
        }
    }

    void count(Effect effect) {
        if (effect instanceof Effect.Send) {
            datagramsSent++;
        } else if (effect instanceof Effect.SendTrain sent) {
            datagramsSent += sent.train().count();
        } else if (effect instanceof Effect.Ask || effect instanceof Effect.Answer) {
            messagesSent++;
        }
    }

    /** Returns the counts; nothing is unreadable here, and a peer has no memory of its own. */
    LifeEvent.Statistics asEvent() {
        return new LifeEvent.Statistics(
                datagramsReceived, datagramsSent, messagesReceived, messagesSent, 0, 0, 0, 0);
    }
}
