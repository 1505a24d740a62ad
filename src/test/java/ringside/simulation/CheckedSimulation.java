package ringside.simulation;

import java.util.function.Supplier;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;

/** Simulations that check the invariants of every transfer. */
public final class CheckedSimulation {

    private CheckedSimulation() {}

    /** Returns a simulation that throws an {@link AssertionError} when an invariant breaks. */
    public static Simulation of(long seed, PeerSettings settings) {
        FlowInvariants flows = new FlowInvariants();
        Sent sent = new Sent();
        return new Simulation(
                seed,
                settings,
                new SimulationWatch() {
                    @Override
                    public void offerAnswered(
                            PeerId receiver, Message.Offer offer, Message.Reply reply) {
                        flows.offerAnswered(receiver, offer, reply);
                    }

                    @Override
                    public void segmentSent(PeerId sender, Datagram.Segment segment) {
                        flows.sent(sender, segment);
                    }

                    @Override
                    public void receiptDelivered(PeerId sender, Datagram.Receipt receipt) {
                        flows.delivered(sender, receipt);
                    }

                    @Override
                    public void fileOpened(FileName name, byte[] content) {
                        sent.note(name, content);
                    }

                    @Override
                    public void fileWritten(FileName name, Supplier<byte[]> soFar) {
                        sent.requirePrefix(name, soFar.get());
                    }

                    @Override
                    public void faultPlanted(PlantedFault fault) {
                        sent.expectSpoiltBytes();
                    }
                });
    }
}
