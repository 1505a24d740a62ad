package ringside.app.ladder;

import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.TransferState;

/** The progress of a transfer in one line. Pure. */
final class LadderHeadline {

    private LadderHeadline() {}

    /** Returns, for example, 'segment 1247 of 2010 · 31 retransmissions · 0.38 MB/s'. */
    static String of(TransferState state) {
        long all = Math.ceilDiv(state.bytes(), (long) state.mss());
        long done = Math.ceilDiv(state.bytesDone(), (long) state.mss());
        return Texts.text(
                "ladder.detail",
                done,
                all,
                Texts.count("ladder.retransmissions", state.sending().retransmissions()),
                Amounts.bytes(Math.round(state.bytesPerSecond())),
                Amounts.percent(state.loss()));
    }
}
