package ringside.node;

import ringside.status.LifeEvent;

/** The statistics counters of a process (SPEC 9.1, 10.1). Confined to the loop's thread. */
final class Counters {

    long datagramsReceived;
    long datagramsSent;

    long messagesReceived;
    long messagesSent;
    long badDatagrams;
    long badFrames;
    long connectionsRefused;

    LifeEvent.Statistics asEvent() {
        Runtime runtime = Runtime.getRuntime();
        return new LifeEvent.Statistics(
                datagramsReceived,
                datagramsSent,
                messagesReceived,
                messagesSent,
                badDatagrams,
                badFrames,
                connectionsRefused,
                runtime.totalMemory() - runtime.freeMemory());
    }
}
