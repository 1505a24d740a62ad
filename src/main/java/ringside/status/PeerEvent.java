package ringside.status;

/** An event reported by a peer itself (SPEC 9.1). */
public sealed interface PeerEvent extends StatusEvent
        permits LifeEvent, NeighbourEvent, LookupEvent, FileEvent, WireEvent {}
