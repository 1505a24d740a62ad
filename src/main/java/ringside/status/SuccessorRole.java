package ringside.status;

/** Which successor the sender of a ping takes the receiver for (SPEC 2.1). */
public enum SuccessorRole {
    FIRST,
    SECOND
}
