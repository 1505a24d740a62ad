package ringside.node;

import ringside.status.PeerEvent;

/** What a process counts (SPEC 9.1, 10.1). Belongs to the loop's thread. */
final class Counters {

    long datagramsReceived;
    long datagramsSent;

    long messagesReceived;
    long messagesSent;
    long badDatagrams;
    long badFrames;
    long connectionsRefused;

    PeerEvent.Statistics asEvent() {
        Runtime runtime = Runtime.getRuntime();
        return new PeerEvent.Statistics(
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
