package ringside.peer;

/** The sending side of one transfer, from the receiver's welcome to the last byte. */
sealed interface ArqSender permits StopAndWait, SelectiveRepeat {

    /** Consecutive time-outs of one segment after which a transfer fails (SPEC 4.4). */
    int MAX_TIME_OUTS = 20;

    /** Receives the outcome of a flow; exactly one of the two methods is called, once. */
    interface Listener {
        /** Called when every byte is acknowledged. */
        void allAcknowledged(OutgoingTransfer transfer);

        /** Called when one segment was never acknowledged. */
        void gaveUp(OutgoingTransfer transfer, String reason);
    }

    /** Starts sending. */
    void begin();

    /** Called when the disk has read a requested part. */
    void onRead(FileInput.Read read);

    /** Called with an acknowledgement from the receiver. */
    void onReceipt(Datagram.Receipt receipt);

    /** Called when the transfer's timer fires. */
    void onTimeOut();
}
