package ringside.node;

import ringside.status.LifeEvent;

/** What a process counts (SPEC 9.1, 10.1). Belongs to the loop's thread. */
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
