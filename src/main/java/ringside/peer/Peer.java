package ringside.peer;

import ringside.ring.PeerId;
import ringside.status.CommandText;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/**
 * A peer of the ring: a function of state, time and input, with its effects in an outbox. It does
 * no I/O; whoever runs it carries the effects out and feeds their outcomes back. One thread at a
 * time.
 *
 * <p>This class only knows which concern an input belongs to. A newcomer that is still looking for
 * its place answers nobody, and neither does a peer that has said goodbye (SPEC 5.1, 7.1).
 */
public final class Peer {

    private final Surroundings at;
    private final Origin origin;
    private final Concerns its;
    private final Conversations conversations;
    private boolean isMember;

    /**
     * A peer that has not begun; {@link Input.Started} begins it.
     *
     * @param seed of everything that looks random about it: losses, ids of lookups and transfers
     */
    public Peer(PeerId self, PeerSettings settings, Origin origin, long seed) {
        this.origin = origin;
        at = new Surroundings(self, settings, seed);
        its = new Concerns(at, origin, this::onMember);
        conversations = new Conversations(at, its);
    }

    /**
     * Takes one input.
     *
     * @param nowMicros microseconds on a clock that never goes back; only differences count
     * @param outbox where the effects are appended, in order
     */
    public void step(long nowMicros, Input input, Outbox outbox) {
        at.begin(nowMicros, outbox);
        switch (input) {
            case Input.Started started -> onStarted(started);
            case Input.DatagramReceived received -> onDatagram(received);
            case Input.DatagramsTaken taken -> its.receiving.onDatagramsTaken();
            case Input.DiskBehind behind -> its.receiving.onDiskBehind();
            case Input.DiskCaughtUp caughtUp -> its.receiving.onDiskCaughtUp();
            case Input.Asked asked -> onAsked(asked);
            case Input.Answered answered ->
                    conversations.onAnswered(answered.purpose(), answered.reply());
            case Input.Unanswered unanswered ->
                    conversations.onUnanswered(unanswered.purpose());
            case Input.TimerFired fired -> onTimer(fired.timer());
            case Input.Commanded commanded -> onCommand(commanded.command());
            case Input.Abandoned abandoned -> its.leaving.startWithoutFiles();
            case FileInput file -> onFile(file);
        }
    }

    // -- beginning

    private void onStarted(Input.Started started) {
        at.setTimeOfDay(started.epochMs());
        its.held.start(started.held());
        its.receiving.setBuffer(started.receiveBufferBytes());
        switch (origin) {
            case Origin.Neighbours given -> {
                its.pings.start(given.successors());
                its.settling.settle();
                its.neighbourhood.begin(given.successors());
                onMember();
            }
            case Origin.Join join -> its.joining.start();
        }
    }

    private void onMember() {
        isMember = true;
        its.settling.begin();
        its.stabilising.start();
        its.reunion.start();
        its.scrubber.start();
        at.report(new LifeEvent.Running());
        its.held.reportIfChanged();
    }

    // -- messages

    private boolean isDeaf() {
        return !isMember || its.leaving.isSilent();
    }

    private void onDatagram(Input.DatagramReceived received) {
        PeerId from = received.from();
        if (isDeaf() || !its.heardFrom(from)) {
            return;
        }
        switch (received.message()) {
            case Datagram.Ping ping -> {
                at.printPing("A ping request message was received from Peer " + from + ".");
                at.send(from, reply(ping));
                its.stabilising.onPing(from, ping.role());
            }
            case Datagram.PingReply reply -> {
                at.printPing("A ping response message was received from Peer " + from + ".");
                its.pings.onReply(from, reply);
                its.stabilising.onReply(from, reply);
            }
            case Datagram.Segment segment -> its.receiving.onSegment(from, segment);
            case Datagram.Receipt receipt -> its.sending.onReceipt(from, receipt);
        }
    }

    private Datagram.PingReply reply(Datagram.Ping ping) {
        return new Datagram.PingReply(
                ping.sequence(), its.neighbourhood.firstPredecessor(), its.neighbourhood.successors());
    }

    private void onAsked(Input.Asked asked) {
        if (isDeaf()) {
            at.answer(
                    asked.exchange(), new Message.Refused("peer " + at.self + " is no member"));
        } else {
            conversations.onAsked(asked);
        }
    }

    // -- timers, files, commands

    private void onTimer(Timer timer) {
        switch (timer) {
            case Timer.PingDue due -> its.pings.onDue(due);
            case Timer.PingOverdue overdue -> its.pings.onOverdue(overdue);
            case Timer.PredecessorsDue due -> its.stabilising.onPredecessorsDue();
            case Timer.RepairDue due -> its.stabilising.onRepairDue(due);
            case Timer.ReunionDue due -> its.reunion.onDue();
            case Timer.JoinDue due -> its.joining.tryOnce();
            case Timer.ComparisonDue due -> its.replicating.onDue(due);
            case Timer.SettlingOverdue due -> its.settling.settle();
            case Timer.StoreOverdue overdue -> its.storing.onOverdue(overdue);
            case Timer.RequestAgain due -> its.requesting.onAgain(due);
            case Timer.LookupOverdue overdue -> its.lookups.onOverdue(overdue);
            case Timer.ReadingDue due -> its.owning.onReadingDue(due);
            case Timer.SegmentOverdue overdue -> its.sending.onOverdue(overdue);
            case Timer.SenderSilent due -> its.receiving.silentSenders.onDue(due);
            case Timer.OverAgain again -> its.receiving.onOverAgain(again);
            case Timer.RemainsStale stale -> its.receiving.onStale(stale);
            case Timer.CheckDue due -> its.scrubber.onDue();
            case Timer.MendingDue due -> its.mending.onDue(due);
            case Timer.DeleteAgain again -> its.held.onDeleteAgain(again);
            case Timer.OutOfReach out -> conversations.onUnanswered(out.purpose());
            case Timer.HandOverAgain due -> its.leaving.handOver();
            case Timer.HandoverOverdue due -> its.leaving.onHandoverOverdue();
            case Timer.FarewellOverdue due -> its.leaving.end();
        }
    }

    private void onFile(FileInput input) {
        switch (input) {
            case FileInput.Opened opened -> its.sending.onOpened(opened);
            case FileInput.Read read -> its.sending.onRead(read);
            case FileInput.Finished finished -> onFinished(finished);
            case FileInput.Checked checked -> its.scrubber.onOver(checked.handle());
            case FileInput.Deleted deleted -> its.held.onDeleted(deleted);
            case FileInput.Damaged damaged -> onDamaged(damaged);
            case FileInput.Failed failed -> {
                its.held.onFileFailed(failed);
                its.scrubber.onOver(failed.handle());
                its.sending.onFileFailed(failed);
                its.receiving.onFileFailed(failed);
                its.requesting.onFileFailed(failed);
                its.keeping.onFileFailed(failed);
            }
        }
    }

    /** First it is no longer held, then whoever wanted it looks elsewhere. */
    private void onDamaged(FileInput.Damaged damaged) {
        its.mending.onDamaged(damaged.file(), damaged.reason());
        its.scrubber.onOver(damaged.handle());
        its.requesting.onDamaged(damaged);
        its.sending.onFileFailed(new FileInput.Failed(damaged.handle(), damaged.reason()));
    }

    private void onFinished(FileInput.Finished finished) {
        if (its.requesting.hasHandle(finished.handle())) {
            its.requesting.onFinished(finished);
        } else if (its.keeping.hasHandle(finished.handle())) {
            its.keeping.onFinished(finished);
        } else {
            its.receiving.onFinished(finished);
        }
    }

    private void onCommand(PeerCommand command) {
        switch (command) {
            case PeerCommand.Request request -> ifMember(command, () ->
                    its.requesting.request(request.number()));
            case PeerCommand.Store store -> ifMember(command, () ->
                    its.storing.store(new FileSource.Path(store.path(), store.number())));
            case PeerCommand.Quit quit -> its.leaving.start();
            case PeerCommand.SetLoss set -> at.change(at.settings().withLoss(set.loss()));
            case PeerCommand.SetWindow set -> at.change(at.settings().withWindow(set.window()));
            case PeerCommand.SetPingInterval set -> {
                at.change(at.settings().withPingIntervalMs(set.pingIntervalMs()));
                its.pings.restart();
            }
            case PeerCommand.SetMisses set -> at.change(at.settings().withMisses(set.misses()));
            case PeerCommand.DropNext drop -> at.faults.dropNext(drop.what());
            case PeerCommand.CutLine cut -> {
                at.faults.cut(cut.to());
                at.report(new NeighbourEvent.LineCut(cut.to()));
            }
            case PeerCommand.MendLine mend -> {
                at.faults.mend(mend.to());
                at.report(new NeighbourEvent.LineMended(mend.to()));
            }
            case PeerCommand.ReportSegments report -> at.reportAllSegments(report.on());
        }
    }

    private void ifMember(PeerCommand command, Runnable action) {
        if (isMember && !its.leaving.hasBegun()) {
            action.run();
            return;
        }
        String reason =
                its.leaving.hasBegun()
                        ? "peer " + at.self + " is leaving the ring"
                        : "peer " + at.self + " has not joined the ring yet";
        String text = CommandText.of(command);
        at.print(text + ": " + reason + ".");
        at.report(new LifeEvent.ActionFailed(text, reason));
    }
}
