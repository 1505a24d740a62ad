package ringside.peer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/**
 * Brings another peer what it lacks: shows it a list of files, a page at a time, and sends those
 * that it does not have, one after the other (SPEC 8.2). A digest that both know is proof enough
 * that a file is there.
 */
final class AntiEntropy {

    /** How a comparison ended. */
    enum Result {
        /** The other peer held every file on the list, as new or newer, and its copies are made. */
        SAFE,
        /** The other peer now holds every file on the list, as new or newer. */
        COMPLETE,
        /** It could not be reached, or something did not arrive. */
        INCOMPLETE,
        /** It takes nothing: it leaves, or is no member. */
        REFUSED;

        boolean isComplete() {
            return this == SAFE || this == COMPLETE;
        }

        /** What two parts of one comparison give together: the worse of the two. */
        private Result and(Result other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    /** What the one who wanted a comparison learns at its end; called once. */
    interface Outcome {
        /** The comparison is over. */
        void ended(Result result);
    }

    /** A comparison that has begun. */
    interface Running {
        /** What has not been sent yet is not to be sent any more: the ring has changed. */
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
     * Compares.
     *
     * @param files what the other peer should hold; an empty list is shown as well, for a newcomer
     *     waits to hear that there is nothing
     */
    Running compare(PeerId with, List<StoredFile> files, TransferPurpose purpose, Outcome outcome) {
        Comparison comparison = new Comparison(++ids, with, purpose, outcome);
        comparison.toShow.addAll(files);
        underWay.put(comparison.id, comparison);
        show(comparison);
        return comparison;
    }

    private void show(Comparison comparison) {
        int count = Math.min(Message.Inventory.MAX_FILES, comparison.toShow.size());
        List<StoredFile> page =
                java.util.stream.Stream.generate(comparison.toShow::remove).limit(count).toList();
        context.ask(
                comparison.with,
                new Message.Inventory(context.self, page, comparison.toShow.isEmpty()),
                new Purpose.InventoryShown(comparison.id));
    }

    void onAnswered(Purpose.InventoryShown purpose, Message.Reply reply) {
        switch (reply) {
            case Message.Lacking lacking -> onLacking(purpose, lacking);
            case Message.Refused _ -> endEarly(purpose, Result.REFUSED);
            case Message.Neighbours _, Message.Accepted _, Message.Welcome _ ->
                    onUnanswered(purpose);
        }
    }

    private void onLacking(Purpose.InventoryShown purpose, Message.Lacking lacking) {
        Comparison comparison = underWay.get(purpose.comparisonId());
        if (comparison != null) {
            if (!comparison.isStopped) {
                comparison.toSend.addAll(lacking.numbers());
            }
            boolean isSafe = lacking.copied() && lacking.numbers().isEmpty();
            comparison.add(isSafe ? Result.SAFE : Result.COMPLETE);
            goOn(comparison);
        }
    }

    void onUnanswered(Purpose.InventoryShown purpose) {
        endEarly(purpose, Result.INCOMPLETE);
    }

    private void endEarly(Purpose.InventoryShown purpose, Result result) {
        Comparison comparison = underWay.get(purpose.comparisonId());
        if (comparison != null) {
            end(comparison, result);
        }
    }

    private void goOn(Comparison comparison) {
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
                    new FileSource.Held(number),
                    comparison.with,
                    comparison.purpose,
                    0,
                    new Delivery(comparison));
        } else {
            goOn(comparison);
        }
    }

    private void end(Comparison comparison, Result result) {
        underWay.remove(comparison.id);
        comparison.outcome.ended(result);
    }

    private final class Delivery implements SendListener {

        private final Comparison comparison;

        Delivery(Comparison comparison) {
            this.comparison = comparison;
        }

        @Override
        public void delivered(StoredFile file) {
            goOn(comparison);
        }

        @Override
        public void unavailable(String reason) {
            failed(reason);
        }

        @Override
        public void failed(String reason) {
            comparison.add(Result.INCOMPLETE);
            goOn(comparison);
        }
    }

    private static final class Comparison implements Running {
        final long id;
        final PeerId with;
        final TransferPurpose purpose;
        final Outcome outcome;
        final ArrayDeque<StoredFile> toShow = new ArrayDeque<>();
        final ArrayDeque<FileNumber> toSend = new ArrayDeque<>();
        private Result result = Result.SAFE;
        boolean isStopped;

        Comparison(long id, PeerId with, TransferPurpose purpose, Outcome outcome) {
            this.id = id;
            this.with = with;
            this.purpose = purpose;
            this.outcome = outcome;
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
