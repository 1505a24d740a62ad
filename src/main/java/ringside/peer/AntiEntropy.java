package ringside.peer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/**
 * Brings another peer up to date: shows it a list of files, a page at a time, and sends the missing
 * ones one after the other (SPEC 8.2). An equal digest on both sides proves that a file is there.
 */
final class AntiEntropy {

    /** The outcome of a comparison, best first. */
    enum Result {
        /** The other peer already held every file, at least as new, and has all its copies made. */
        SAFE,
        /** The other peer now holds every file on the list, at least as new. */
        COMPLETE,
        /** The other peer could not be reached, or a file did not arrive. */
        INCOMPLETE,
        /** The other peer takes nothing: it is leaving, or not a member. */
        REFUSED;

        boolean isComplete() {
            return this == SAFE || this == COMPLETE;
        }

        /** Combines the results of two parts of a comparison: the worse one wins. */
        private Result and(Result other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    /** Receives the result of a comparison; called once. */
    interface Listener {
        void ended(Result result);
    }

    /** A comparison under way. */
    interface Session {
        /** Cancels everything not yet sent, because the ring has changed. */
        void stopSending();
    }

    private final PeerContext context;
    private final HeldFiles held;
    private final Uploads uploads;
    private final TreeMap<Long, Comparison> underWay = new TreeMap<>();
    private long ids;

    AntiEntropy(PeerContext context, HeldFiles held, Uploads uploads) {
        this.context = context;
        this.held = held;
        this.uploads = uploads;
    }

    /**
     * Starts a comparison.
     *
     * @param files what the other peer should hold; an empty list is shown as well, because a
     *     newcomer waits to hear that there is nothing
     */
    Session compare(
            PeerId with, List<StoredFile> files, TransferPurpose purpose, Listener listener) {
        Comparison comparison = new Comparison(++ids, with, purpose, listener);
        comparison.toShow.addAll(files);
        underWay.put(comparison.id, comparison);
        show(comparison);
        return comparison;
    }

    private void show(Comparison comparison) {
        int count = Math.min(Message.Inventory.MAX_FILES, comparison.toShow.size());
        List<StoredFile> page = Stream.generate(comparison.toShow::remove).limit(count).toList();
        context.ask(
                comparison.with,
                new Message.Inventory(context.self, page, comparison.toShow.isEmpty()),
                new QuestionPurpose.InventoryShown(comparison.id));
    }

    void onAnswered(QuestionPurpose.InventoryShown purpose, Message.InventoryReply reply) {
        switch (reply) {
            case Message.Lacking lacking -> onLacking(purpose, lacking);
            case Message.Refused _ -> endEarly(purpose, Result.REFUSED);
        }
    }

    private void onLacking(QuestionPurpose.InventoryShown purpose, Message.Lacking lacking) {
        Comparison comparison = underWay.get(purpose.comparisonId());
        if (comparison != null) {
            if (!comparison.isStopped) {
                comparison.toSend.addAll(lacking.numbers());
            }
            boolean isSafe = lacking.replicated() && lacking.numbers().isEmpty();
            comparison.add(isSafe ? Result.SAFE : Result.COMPLETE);
            proceed(comparison);
        }
    }

    void onUnanswered(QuestionPurpose.InventoryShown purpose) {
        endEarly(purpose, Result.INCOMPLETE);
    }

    private void endEarly(QuestionPurpose.InventoryShown purpose, Result result) {
        Comparison comparison = underWay.get(purpose.comparisonId());
        if (comparison != null) {
            end(comparison, result);
        }
    }

    private void proceed(Comparison comparison) {
        FileNumber number = comparison.toSend.poll();
        if (number != null) {
            send(comparison, number);
        } else if (comparison.toShow.isEmpty()) {
            end(comparison, comparison.result);
        } else {
            show(comparison);
        }
    }

    private void send(Comparison comparison, FileNumber number) {
        if (held.has(number)) {
            uploads.send(
                    new FileEffect.Source.Held(number),
                    comparison.with,
                    comparison.purpose,
                    0,
                    new Delivery(comparison));
        } else {
            proceed(comparison);
        }
    }

    private void end(Comparison comparison, Result result) {
        underWay.remove(comparison.id);
        comparison.listener.ended(result);
    }

    private final class Delivery implements SendListener {

        private final Comparison comparison;

        Delivery(Comparison comparison) {
            this.comparison = comparison;
        }

        @Override
        public void delivered(StoredFile file) {
            proceed(comparison);
        }

        @Override
        public void unavailable(String reason) {
            failed(reason);
        }

        @Override
        public void failed(String reason) {
            comparison.add(Result.INCOMPLETE);
            proceed(comparison);
        }
    }

    private static final class Comparison implements Session {
        final long id;
        final PeerId with;
        final TransferPurpose purpose;
        final Listener listener;
        final ArrayDeque<StoredFile> toShow = new ArrayDeque<>();
        final ArrayDeque<FileNumber> toSend = new ArrayDeque<>();
        private Result result = Result.SAFE;
        boolean isStopped;

        Comparison(long id, PeerId with, TransferPurpose purpose, Listener listener) {
            this.id = id;
            this.with = with;
            this.purpose = purpose;
            this.listener = listener;
        }

        @Override
        public void stopSending() {
            toShow.clear();
            toSend.clear();
            isStopped = true;
            add(Result.INCOMPLETE);
        }

        void add(Result part) {
            result = result.and(part);
        }
    }
}
