package ringside.peer;

/** How the segments of one file leave this peer, from the receiver's welcome to its last byte. */
sealed interface Flow permits StopAndWait, SelectiveRepeat {

    /** After so many time-outs of one segment in a row the transfer fails (SPEC 4.4). */
    int MAX_TIME_OUTS = 20;

    /** What becomes of a flow; one of the two is called, once. */
    interface Outcome {
        /** Every byte is acknowledged. */
        void allAcknowledged(OutgoingTransfer transfer);

        /** One segment was never acknowledged. */
        void gaveUp(OutgoingTransfer transfer, String reason);
    }

    /** Lets it begin. */
    void begin();

    /** The disk has read what was wanted. */
    void onRead(FileInput.Read read);

    /** The receiver says what it has. */
    void onReceipt(Datagram.Receipt receipt);

    /** The transfer's timer is due. */
    void onTimeOut();
}
