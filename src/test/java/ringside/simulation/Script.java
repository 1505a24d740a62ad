package ringside.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import ringside.peer.Effect;
import ringside.peer.Origin;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.supervisor.Refusals;

/**
 * A script for a simulated ring, with the expected terminal output. Blocks are separated by blank
 * lines: commands, then {@code ----}, then the lines of all peers in order. Commands are those of
 * the command box and {@code peers}, {@code join 5 via 8}, {@code offer 2012.pdf 1000 at 1}, {@code
 * put a.txt 1000 at 1}, {@code cut 1 5}, {@code heal}, {@code run 3s}, {@code ring within 5s},
 * {@code neighbours}, {@code log 8}, {@code received 2012 at 8}, {@code held 2012 at 8}.
 */
final class Script {

    private static final String DIVIDER = "----";

    private final Simulation simulation =
            CheckedSimulation.of(1, PeerSettings.DEFAULTS.withLoss(0));
    private final List<String> output = new ArrayList<>();

    /** Runs the script and returns it with the actual output. */
    static String retell(Path file) throws IOException {
        Script script = new Script();
        List<String> told = new ArrayList<>();
        for (String block : Files.readString(file).strip().split("\n\n")) {
            told.add(script.tell(block));
        }
        return String.join("\n\n", told) + "\n";
    }

    private String tell(String block) {
        List<String> lines = List.of(block.split("\n"));
        int divider = lines.indexOf(DIVIDER);
        List<String> commands = divider < 0 ? lines : lines.subList(0, divider);
        output.clear();
        for (String command : commands) {
            if (!command.startsWith("#")) {
                carryOut(command);
            }
        }
        output.addAll(0, simulation.takeTranscript());
        List<String> told = new ArrayList<>(commands);
        if (!output.isEmpty() || divider >= 0) {
            told.add(DIVIDER);
            told.addAll(output);
        }
        return String.join("\n", told);
    }

    private void carryOut(String command) {
        String[] words = command.split(" ");
        switch (words[0]) {
            case "peers" ->
                    simulation.startRing(Arrays.stream(words).skip(1).map(PeerId::parse).toList());
            case "join" ->
                    simulation.start(
                            PeerId.parse(words[1]), new Origin.Join(PeerId.parse(words[3])));
            case "offer" ->
                    simulation.disk(PeerId.parse(words[4])).offer(words[1], content(words[2]));
            case "put" ->
                    simulation.disk(PeerId.parse(words[4])).putAt(words[1], content(words[2]));
            case "cut" ->
                    simulation
                            .network()
                            .cutOff(
                                    Arrays.stream(words)
                                            .skip(1)
                                            .map(PeerId::parse)
                                            .collect(Collectors.toSet()));
            case "mute" -> simulation.network().mute(words[1]);
            case "heal" -> simulation.network().heal();
            case "run" -> simulation.run(CommandParser.parseDurationMs(words[1]));
            case "ring" -> ring(CommandParser.parseDurationMs(words[2]));
            case "neighbours" -> neighbours();
            case "log" -> peer(words[1]).log().forEach(line -> output.add(format(line)));
            case "received" -> {
                FileNumber number = new FileNumber(words[1]);
                output.add(size(peer(words[3]).disk().received(number)));
            }
            case "held" -> {
                FileNumber number = new FileNumber(words[1]);
                output.add(size(simulation.disk(PeerId.parse(words[3])).held(number)));
            }
            case String ringCommand -> carryOut(CommandParser.parse(command));
        }
    }

    private void carryOut(Command command) {
        switch (command) {
            case Command.Kill kill -> kill.peers().forEach(id -> peer(id).kill());
            case Command.Pause pause -> pause.peers().forEach(id -> peer(id).pause());
            case Command.Resume resume -> resume.peers().forEach(id -> peer(id).resume());
            case Command.Tell tell -> tell.peers().forEach(id -> peer(id).command(tell.what()));
            case Command.CutLink cut -> {
                peer(cut.one()).command(new PeerCommand.CutLink(cut.other()));
                peer(cut.other()).command(new PeerCommand.CutLink(cut.one()));
            }
            case Command.MendLink mend -> {
                peer(mend.one()).command(new PeerCommand.MendLink(mend.other()));
                peer(mend.other()).command(new PeerCommand.MendLink(mend.one()));
            }
            case Command.TellAll all ->
                    simulation.living().forEach(id -> peer(id).command(all.what()));
            case Command.Add add -> throw new IllegalArgumentException("write: join 5 via 8");
            case Command.AddOn add -> throw new IllegalArgumentException("write: join 5 via 8");
            case Command.ToHost some -> throw Refusals.noHost(some.host());
            case Command.Restart restart ->
                    throw new IllegalArgumentException("write: join 5 via 8");
        }
    }

    private void ring(long mostMs) {
        long took = simulation.runUntil(simulation::isRingRight, mostMs);
        output.add(took < 0 ? "the ring is NOT right" : "the ring is right");
    }

    private void neighbours() {
        for (PeerId id : simulation.living()) {
            output.add(
                    id
                            + " -> "
                            + peer(id).neighbours().successors().stream().limit(2).toList()
                            + ", after "
                            + peer(id).neighbours().predecessors());
        }
    }

    private SimulatedPeer peer(String id) {
        return peer(PeerId.parse(id));
    }

    private SimulatedPeer peer(PeerId id) {
        return simulation.peer(id.value());
    }

    private static String format(Effect.Log line) {
        return String.join(
                "\t",
                line.event(),
                Long.toString(line.sequence()),
                Integer.toString(line.bytes()),
                Long.toString(line.acknowledgement()));
    }

    private static String size(java.util.Optional<byte[]> content) {
        return content.map(bytes -> bytes.length + " bytes").orElse("nothing");
    }

    private static byte[] content(String size) {
        byte[] content = new byte[Integer.parseInt(size)];
        new Random(content.length).nextBytes(content);
        return content;
    }
}
