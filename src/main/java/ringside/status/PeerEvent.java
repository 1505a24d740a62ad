package ringside.status;

/** What a peer itself reports (SPEC 9.1). */
public sealed interface PeerEvent extends StatusEvent
        permits LifeEvent, NeighbourEvent, LookupEvent, FileEvent {}
