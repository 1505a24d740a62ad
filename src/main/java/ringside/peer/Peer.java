package ringside.peer;

import ringside.ring.PeerId;
import ringside.status.CommandText;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/**
 * A peer of the ring, as a state machine: a function of state, time and input that appends its
 * effects to an outbox. It does no I/O; its runner executes the effects and feeds their results
 * back. Not thread-safe: one thread at a time.
 *
 * <p>This class only dispatches inputs to protocols. A newcomer still looking for its position
 * answers nobody, and neither does a leaver after its departure (SPEC 5.1, 7.1).
 */
public final class Peer implements PeerStateMachine {

    private final PeerContext context;
    private final Origin origin;
    private final Protocols protocols;
    private final TcpDispatcher dispatcher;
    private boolean isMember;

    /**
     * Creates a peer that waits for {@link Input.Started}.
     *
     * @param seed of everything random about it: losses, ids of lookups and transfers
     */
    public Peer(PeerId self, PeerSettings settings, Origin origin, long seed) {
        this.origin = origin;
        context = new PeerContext(self, settings, seed);
        protocols = new Protocols(context, origin, this::onMember);
        dispatcher = new TcpDispatcher(context, protocols);
    }

    @Override
    public void step(long nowMicros, Input input, Outbox outbox) {
        context.begin(nowMicros, outbox);
        switch (input) {
            case Input.Started started -> onStarted(started);
            case Input.DatagramReceived received -> onDatagram(received);
            case Input.TrainReceived(PeerId from, SegmentTrain train) -> onTrain(from, train);
            case Input.DatagramsTaken taken -> protocols.downloads.onDatagramsTaken();
            case Input.DiskBehind behind -> protocols.downloads.onDiskBehind();
            case Input.DiskCaughtUp caughtUp -> protocols.downloads.onDiskCaughtUp();
            case Input.Asked asked -> onAsked(asked);
            case Input.Answered answered ->
                    dispatcher.onAnswered(answered.purpose(), answered.reply());
            case Input.Unanswered unanswered -> dispatcher.onUnanswered(unanswered.purpose());
            case Input.TimerFired fired -> onTimer(fired.timer());
            case Input.OwnerWanted wanted ->
                    ifAsking(() -> protocols.searches.tellOwner(wanted.position()));
            case Input.Commanded commanded -> onCommand(commanded.command());
            case Input.Abandoned abandoned -> protocols.leaveProtocol.startWithoutFiles();
            case FileInput file -> onFile(file);
        }
    }

    // -- beginning

    private void onStarted(Input.Started started) {
        context.setTimeOfDay(started.epochMs());
        protocols.held.start(started.held());
        protocols.downloads.setBuffer(started.receiveBufferBytes());
        switch (origin) {
            case Origin.Neighbours given -> {
                protocols.pings.start(given.successors());
                protocols.initialSync.settle();
                protocols.neighbourhood.begin(given.successors());
                onMember();
            }
            case Origin.Standing known -> {
                protocols.initialSync.settle();
                protocols.neighbourhood.resume(known);
                begin();
                protocols.shortcuts.resume(known.shortcuts(), known.pauseMicros());
            }
            case Origin.Join join -> protocols.joinProtocol.start();
        }
    }

    private void onMember() {
        begin();
        protocols.shortcuts.restart();
    }

    private void begin() {
        isMember = true;
        protocols.initialSync.begin();
        protocols.stabilizer.start();
        protocols.ringMerge.start();
        protocols.scrubber.start();
        context.report(new LifeEvent.Running());
        protocols.held.reportIfChanged();
    }

    // -- messages

    private boolean ignoresMessages() {
        return !isMember || protocols.leaveProtocol.isSilent();
    }

    /** Notes that a peer lives, and returns whether its datagrams are taken. */
    private boolean hears(PeerId from) {
        return !ignoresMessages() && protocols.recordSignOfLife(from);
    }

    private void onDatagram(Input.DatagramReceived received) {
        PeerId from = received.from();
        if (!hears(from)) {
            return;
        }
        switch (received.message()) {
            case Datagram.Ping ping -> {
                context.printPing(Effect.PingMessage.REQUEST, from);
                context.send(from, reply(ping));
                protocols.stabilizer.onPing(from, ping.role());
            }
            case Datagram.PingReply reply -> {
                context.printPing(Effect.PingMessage.RESPONSE, from);
                protocols.pings.onReply(from, reply);
                protocols.stabilizer.onReply(from, reply);
            }
            case Datagram.Segment segment -> protocols.downloads.onSegment(from, segment);
            case Datagram.Receipt receipt -> protocols.uploads.onReceipt(from, receipt);
        }
    }

    private void onTrain(PeerId from, SegmentTrain train) {
        if (hears(from)) {
            protocols.downloads.onTrain(from, train);
        }
    }

    private Datagram.PingReply reply(Datagram.Ping ping) {
        return new Datagram.PingReply(
                ping.sequence(),
                protocols.neighbourhood.firstPredecessor(),
                protocols.neighbourhood.successors());
    }

    private void onAsked(Input.Asked asked) {
        if (ignoresMessages()) {
            context.answer(
                    asked.exchange(),
                    new Message.Refused("peer " + context.self + " is no member"));
        } else {
            dispatcher.onAsked(asked);
        }
    }

    // -- timers, files, commands

    private void onTimer(Timer timer) {
        switch (timer) {
            case Timer.PingDue due -> protocols.pings.onDue(due);
            case Timer.PingOverdue overdue -> protocols.pings.onOverdue(overdue);
            case Timer.PredecessorsDue due -> protocols.stabilizer.onPredecessorsDue();
            case Timer.RepairDue due -> protocols.stabilizer.onRepairDue(due);
            case Timer.RingMergeDue due -> protocols.ringMerge.onDue();
            case Timer.ShortcutDue due -> ifAsking(() -> protocols.shortcuts.onDue(due));
            case Timer.JoinDue due -> protocols.joinProtocol.tryOnce();
            case Timer.ReplicationDue due -> protocols.replicator.onDue(due);
            case Timer.InitialSyncOverdue due -> protocols.initialSync.settle();
            case Timer.StoreOverdue overdue -> protocols.storeRequests.onOverdue(overdue);
            case Timer.RequestAgain due -> protocols.fileRequests.onAgain(due);
            case Timer.LookupOverdue overdue -> protocols.lookups.onOverdue(overdue);
            case Timer.ReadingDue due -> protocols.lookupResponder.onReadingDue(due);
            case Timer.TransferOverdue overdue -> protocols.uploads.onOverdue(overdue);
            case Timer.SenderCheckDue due -> protocols.downloads.senderWatchdog.onDue(due);
            case Timer.OverAgain again -> protocols.downloads.onOverAgain(again);
            case Timer.PartialDownloadStale stale -> protocols.downloads.onStale(stale);
            case Timer.ScrubDue due -> protocols.scrubber.onDue();
            case Timer.DamageRepairDue due -> protocols.damageRepair.onDue(due);
            case Timer.DeleteAgain again -> protocols.held.onDeleteAgain(again);
            case Timer.OutOfReach out -> dispatcher.onUnanswered(out.purpose());
            case Timer.HandoverAgain due -> protocols.leaveProtocol.handOver();
            case Timer.HandoverOverdue due -> protocols.leaveProtocol.onHandoverOverdue();
            case Timer.DepartureOverdue due -> protocols.leaveProtocol.end();
        }
    }

    private void onFile(FileInput input) {
        switch (input) {
            case FileInput.Opened opened -> protocols.uploads.onOpened(opened);
            case FileInput.Read read -> protocols.uploads.onRead(read);
            case FileInput.Finished finished -> onFinished(finished);
            case FileInput.Checked checked -> protocols.scrubber.onOver(checked.handle());
            case FileInput.Deleted deleted -> protocols.held.onDeleted(deleted);
            case FileInput.Damaged damaged -> onDamaged(damaged);
            case FileInput.Failed failed -> onFileFailed(failed);
        }
    }

    /** Removes the damaged file from the store first, then lets its user look elsewhere. */
    private void onDamaged(FileInput.Damaged damaged) {
        protocols.damageRepair.onDamaged(damaged.file(), damaged.reason());
        switch (damaged.handle().purpose()) {
            case CHECK -> protocols.scrubber.onOver(damaged.handle());
            case COPY_FOR_USER -> protocols.fileRequests.onDamaged(damaged);
            case UPLOAD ->
                    protocols.uploads.onFileFailed(
                            new FileInput.Failed(damaged.handle(), damaged.reason()));
            case DOWNLOAD, COPY_FOR_RING, RENEWAL, DELETION -> {}
        }
    }

    private void onFinished(FileInput.Finished finished) {
        switch (finished.handle().purpose()) {
            case DOWNLOAD -> protocols.downloads.onFinished(finished);
            case COPY_FOR_USER -> protocols.fileRequests.onFinished(finished);
            case COPY_FOR_RING -> protocols.replicaIntake.onFinished(finished);
            case UPLOAD, CHECK, RENEWAL, DELETION -> {}
        }
    }

    private void onFileFailed(FileInput.Failed failed) {
        switch (failed.handle().purpose()) {
            case UPLOAD -> protocols.uploads.onFileFailed(failed);
            case DOWNLOAD -> protocols.downloads.onFileFailed(failed);
            case COPY_FOR_USER -> protocols.fileRequests.onFileFailed(failed);
            case COPY_FOR_RING -> protocols.replicaIntake.onFileFailed(failed);
            case CHECK -> protocols.scrubber.onOver(failed.handle());
            case DELETION -> protocols.held.onFileFailed(failed);
            // The file is whole; only its version on the disk stays older, until a holder with the
            // newer one compares after a restart.
            case RENEWAL -> {}
        }
    }

    private void onCommand(PeerCommand command) {
        switch (command) {
            case PeerCommand.Request request ->
                    ifMember(command, () -> protocols.fileRequests.request(request.number()));
            case PeerCommand.Store store ->
                    ifMember(
                            command,
                            () ->
                                    protocols.storeRequests.store(
                                            new FileEffect.Source.Path(
                                                    store.path(), store.number())));
            case PeerCommand.Quit quit -> protocols.leaveProtocol.start();
            case PeerCommand.SetLoss set -> context.change(context.settings().withLoss(set.loss()));
            case PeerCommand.SetWindow set ->
                    context.change(context.settings().withWindow(set.window()));
            case PeerCommand.SetPingInterval set -> {
                context.change(context.settings().withPingIntervalMs(set.pingIntervalMs()));
                protocols.pings.restart();
                restartShortcuts();
            }
            case PeerCommand.SetMisses set ->
                    context.change(context.settings().withMisses(set.misses()));
            case PeerCommand.SetShortcuts set -> {
                context.change(context.settings().withShortcuts(set.on()));
                restartShortcuts();
            }
            case PeerCommand.DropNext drop -> context.faults.dropNext(drop.what());
            case PeerCommand.CutLink cut -> {
                context.faults.cut(cut.to());
                context.report(new NeighbourEvent.LinkCut(cut.to()));
            }
            case PeerCommand.MendLink mend -> {
                context.faults.mend(mend.to());
                context.report(new NeighbourEvent.LinkMended(mend.to()));
            }
            case PeerCommand.ReportSegments report -> context.reportAllSegments(report.on());
            case PeerCommand.Capture capture -> context.capture(capture.on());
        }
    }

    private void restartShortcuts() {
        ifAsking(protocols.shortcuts::restart);
    }

    /** After its goodbye a question of this peer would be taken for a sign of life (SPEC 5.3). */
    private void ifAsking(Runnable question) {
        if (isMember && !protocols.leaveProtocol.isSilent()) {
            question.run();
        }
    }

    private void ifMember(PeerCommand command, Runnable action) {
        if (isMember && !protocols.leaveProtocol.hasBegun()) {
            action.run();
            return;
        }
        String reason =
                protocols.leaveProtocol.hasBegun()
                        ? "peer " + context.self + " is leaving the ring"
                        : "peer " + context.self + " has not joined the ring yet";
        String text = CommandText.of(command);
        context.print(text + ": " + reason + ".");
        context.report(new LifeEvent.ActionFailed(text, reason));
    }
}
