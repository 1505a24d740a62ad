package ringside.channel;

import java.util.List;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.DatagramFormat;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.SegmentStep;
import ringside.status.Shortcut;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;
import ringside.status.WireEvent;

/** At least one value of every record of the vocabulary, including extreme values. */
public final class VocabularyCases {

    static final PeerId PEER = new PeerId(43);
    private static final PeerId LAST = new PeerId(255);
    private static final FileNumber NUMBER = new FileNumber("0159");
    private static final FileName FILE = FileName.parse("2012.pdf");

    public static final List<ChannelCommand> COMMANDS =
            List.of(
                    new PeerCommand.Request(NUMBER),
                    new PeerCommand.Store("C:\\a \"b\"\n\u2028é.txt", NUMBER),
                    new PeerCommand.Quit(),
                    new PeerCommand.SetLoss(0.1),
                    new PeerCommand.SetPingInterval(500),
                    new PeerCommand.SetWindow(32),
                    new PeerCommand.SetMisses(3),
                    new PeerCommand.SetShortcuts(true),
                    new PeerCommand.DropNext(PeerCommand.Droppable.ACKNOWLEDGEMENT),
                    new PeerCommand.CutLink(new PeerId(0)),
                    new PeerCommand.MendLink(new PeerId(255)),
                    new PeerCommand.ReportSegments(true),
                    new PeerCommand.Capture(true),
                    new ChannelCommand.Locate("192.0.2.7", List.of(new PeerId(14), PEER)),
                    new ChannelCommand.KeepToHost(true));

    public static final List<StatusEvent> EVENTS =
            List.of(
                    new LifeEvent.Hello(1, 4_000_000_000L, 50_043, PeerSettings.DEFAULTS),
                    new LifeEvent.Joining(LAST),
                    new LifeEvent.Running(),
                    new LifeEvent.Leaving(2),
                    new LifeEvent.Left(),
                    new LifeEvent.SettingsChanged(PeerSettings.DEFAULTS.withLoss(1)),
                    new LifeEvent.SettingsChanged(PeerSettings.DEFAULTS.withShortcuts(true)),
                    new LifeEvent.TerminalLine("A ping request message was received."),
                    new LifeEvent.ActionFailed("store x as 0159", "There is no file x."),
                    new LifeEvent.Crashed("an invariant"),
                    new LifeEvent.EventsLeftOut(Long.MAX_VALUE),
                    new LifeEvent.UnreadableDatagrams(
                            "127.0.0.1:50005", 3, 40, DatagramFormat.PICKLE, "80 04 95", "..."),
                    new LifeEvent.Statistics(1, 2, 3, 4, 5, 6, 7, 8),
                    new NeighbourEvent.NeighboursChanged(
                            List.of(LAST, new PeerId(0)), List.of(), NeighboursCause.PING_HEARD),
                    new NeighbourEvent.ShortcutsChanged(
                            List.of(new Shortcut(new PeerId(0), PEER), new Shortcut(LAST, PEER))),
                    new NeighbourEvent.ShortcutsChanged(List.of()),
                    new NeighbourEvent.PingSent(LAST, 0, SuccessorRole.SECOND),
                    new NeighbourEvent.PingAnswered(LAST, 1, 420),
                    NeighbourEvent.PingAnswered.afterUnknownTime(LAST, 1),
                    new NeighbourEvent.PingMissed(LAST, 2, 3, 4),
                    new NeighbourEvent.PeerSuspected(LAST),
                    new NeighbourEvent.PeerTrusted(LAST, 3),
                    new NeighbourEvent.PeerDead(LAST, 4),
                    new NeighbourEvent.LinkCut(LAST),
                    new NeighbourEvent.LinkMended(LAST),
                    new NeighbourEvent.NeighbourLeft(LAST),
                    new LookupEvent.LookupSent(-1, LookupPurpose.STORE, NUMBER, LAST, 1),
                    new LookupEvent.LookupForwarded(1, NUMBER, PEER, 2, LAST, true, 1),
                    new LookupEvent.LookupPassedBy(1, NUMBER, LAST),
                    new LookupEvent.LookupArrived(1, LookupPurpose.REQUEST, NUMBER, PEER, 3, false),
                    new LookupEvent.LookupAnswered(1, LookupPurpose.REQUEST, NUMBER, LAST, true),
                    new LookupEvent.LookupFailed(1, LookupPurpose.REQUEST, NUMBER, "Nobody."),
                    new FileEvent.FilesHeld(
                            List.of(
                                    new HeldFile(
                                            FILE,
                                            100_300,
                                            true,
                                            "0a".repeat(32),
                                            1_795_702_728_177L),
                                    new HeldFile(FileName.parse("0159"), 0, false))),
                    new FileEvent.FileReceived(FILE, 100_300, LAST, "/a/received/2012.pdf"),
                    new FileEvent.FileWritten(
                            FILE, "out/2012", "received_file.pdf", 100_300, "/a/peer-1/out/2012"),
                    new FileEvent.FileStored(FILE, LAST, 3),
                    new FileEvent.FileDamaged(FILE, "Its bytes have changed."),
                    new FileEvent.FileMended(FILE, LAST),
                    new FileEvent.TransferStarted(
                            9,
                            true,
                            LAST,
                            FILE,
                            100_300,
                            0,
                            400,
                            16,
                            0.1,
                            TransferPurpose.HANDOVER),
                    new FileEvent.TransferProgress(9, false, 400, 1, 0),
                    new FileEvent.SegmentTraced(9, SegmentStep.RESENT_DROPPED, LAST, 1, 400, 0),
                    new FileEvent.TransferDone(9, false, 100_300, 251, 3),
                    new FileEvent.TransferFailed(9, true, "Peer 255 is gone."),
                    new WireEvent.CaptureSwitched(true),
                    new WireEvent.MessageCaptured(
                            WireEvent.Passage.DROPPED,
                            WireEvent.Transport.UDP,
                            50_043,
                            65_535,
                            65_536,
                            "AQEBkA=="),
                    new WireEvent.MessagesUncaptured(Long.MAX_VALUE),
                    new ProcessEvent.ProcessStarted(77, 50_043),
                    new ProcessEvent.ProcessStarted(77, 50_043, "lab07"),
                    new ProcessEvent.HostSilent("lab07"),
                    new ProcessEvent.HostHeard("lab07"),
                    new ProcessEvent.HostGone("lab07", "The connection has ended."),
                    new ProcessEvent.HostCut("lab07"),
                    new ProcessEvent.HostMended("lab07"),
                    new ProcessEvent.HostTimed("lab07", 500),
                    new ProcessEvent.ProcessAttached(77),
                    new ProcessEvent.ProcessMeasured(78, 23_000_000),
                    new ProcessEvent.SampleGiven(NUMBER),
                    new ProcessEvent.OthersUnseen(),
                    new ProcessEvent.ProcessPaused(),
                    new ProcessEvent.ProcessResumed(),
                    new ProcessEvent.ProcessKilled(),
                    new ProcessEvent.ProcessEnded(
                            ProcessEvent.ExitKind.CRASHED, 70, "It ended with exit code 70."));

    private VocabularyCases() {}
}
