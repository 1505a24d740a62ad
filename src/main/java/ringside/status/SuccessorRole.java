package ringside.status;

/** The position in the sender's successor list that a ping assigns to its receiver (SPEC 2.1). */
public enum SuccessorRole {
    FIRST,
    SECOND
}
