package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.peer.Origin;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;

/** SPEC 1.2, 1.3: the command line of a peer. */
class PeerArgumentsTest {

    private static PeerArguments parse(String line) throws UsageException {
        return PeerArguments.parse(List.of(line.split(" ")));
    }

    @Test
    void theFiveWordsOfTheAssignmentAreEnough() throws UsageException {
        PeerArguments arguments = parse("2 4 5 300 0.3");
        assertThat(arguments.self()).isEqualTo(new PeerId(2));
        assertThat(arguments.origin())
                .isEqualTo(new Origin.Neighbours(List.of(new PeerId(4), new PeerId(5))));
        assertThat(arguments.settings())
                .isEqualTo(PeerSettings.DEFAULTS.withMss(300).withLoss(0.3));
        assertThat(arguments.basePort()).isEqualTo(50_000);
        assertThat(arguments.data()).isEqualTo(Path.of("peer-2"));
        assertThat(arguments.quiet()).isFalse();
        assertThat(arguments.status()).isNull();
    }

    @Test
    void everyOptionIsUnderstoodWhereverItStands() throws UsageException {
        PeerArguments arguments =
                parse(
                        "--ping 500ms 2 4 --misses 3 5 300 0 --successors 8 --copies 3 --window 32"
                                + " --base-port 20000 --data d --files f --status localhost:99"
                                + " --shortcuts --quiet");
        assertThat(arguments.settings())
                .isEqualTo(new PeerSettings(500, 3, 8, 3, 300, 32, 0, true));
        assertThat(arguments.basePort()).isEqualTo(20_000);
        assertThat(arguments.files()).isEqualTo(Path.of("f"));
        assertThat(arguments.quiet()).isTrue();
        assertThat(arguments.status()).isNotNull();
    }

    /** SPEC 1.7: nothing listens beyond the loopback interface unless it is told to. */
    @Test
    void aPeerListensOnTheLoopbackInterfaceUnlessItIsToldOtherwise() throws UsageException {
        PeerArguments arguments = parse("2 4 5 300 0");
        assertThat(arguments.listen()).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(arguments.key()).isNull();
        assertThat(parse("2 4 5 300 0 --listen 127.0.0.2").listen())
                .isEqualTo(InetAddress.ofLiteral("127.0.0.2"));
    }

    @Test
    void peersMayBeAtOtherAddresses() throws UsageException {
        Addresses addresses =
                parse(
                                "2 4 5 300 0 --listen 192.0.2.2 --key k --at 192.0.2.7=4,5"
                                        + " --at ::1=6 --at 192.0.2.2=2")
                        .addresses();
        assertThat(Stream.of(2, 3, 4, 5, 6).map(id -> addresses.of(new PeerId(id)).getAddress()))
                .containsExactly(
                        InetAddress.ofLiteral("192.0.2.2"),
                        InetAddress.ofLiteral("192.0.2.2"),
                        InetAddress.ofLiteral("192.0.2.7"),
                        InetAddress.ofLiteral("192.0.2.7"),
                        InetAddress.ofLiteral("::1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--listen localhost | --listen wants an IPv4 or IPv6 address in digits",
                "--listen 0.0.0.0 | --listen wants one address of this machine, not '0.0.0.0'",
                "--listen :: --key k | --listen wants one address of this machine",
                "--listen 224.0.0.1 | --listen wants one address of this machine",
                "--listen 192.0.2.2 | 192.0.2.2 is beyond the loopback interface",
                "--at 192.0.2.2=4 | 192.0.2.2 is beyond the loopback interface",
                "--at 192.0.2.2 | --at wants ADDRESS=ID,ID,..., not '192.0.2.2'",
                "--at 127.0.0.2=4,300 | 300",
                "--at host=4 | --at wants an IPv4 or IPv6 address in digits, not 'host'",
                "--at 127.0.0.2=4 --at 127.0.0.3=4 | --at names peer 4 twice",
                "--at 127.0.0.2=2 | peer 2 listens on 127.0.0.1, and --at puts it at 127.0.0.2",
            })
    void wrongAddressesAreRefusedWithASentence(String options, String sentence) {
        assertThatThrownBy(() -> parse("2 4 5 300 0 " + options))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aFaultIsKnownByItsName() throws UsageException {
        assertThat(parse("2 4 5 300 0").fault()).isNull();
        assertThat(parse("2 4 5 300 0 --fault dead-after-one-miss").fault())
                .isEqualTo(PlantedFault.DEAD_AFTER_ONE_MISS);
        assertThatThrownBy(() -> parse("2 4 5 300 0 --fault no"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'no'")
                .hasMessageContaining("owner-wrong-at-wrap, dead-after-one-miss");
    }

    @ParameterizedTest
    @CsvSource({"7 7 7 400 0,0", "7 200 7 400 0,1", "7 200 200 400 0,1", "7 9 3 400 0,2"})
    void smallRingsNameThePeerItselfOrOnePeerTwice(String line, int successors)
            throws UsageException {
        assertThat(parse(line).origin())
                .isInstanceOfSatisfying(
                        Origin.Neighbours.class,
                        given -> assertThat(given.successors()).hasSize(successors));
    }

    @Test
    void aNewcomerNamesAPeerThatItKnows() throws UsageException {
        assertThat(parse("--join 14 57 400 0.1").origin())
                .isEqualTo(new Origin.Join(new PeerId(14)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 4 5 300|numbers beside options: 4, not 5",
                "2 4 5 300 0.3 9|numbers beside options: 6, not 5",
                "256 4 5 300 0.3|peer id",
                "x 4 5 300 0.3|peer id",
                "2 5 4 300 0.3|order of the circle",
                "2 4 5 0 0.3|MSS is 1 to 65000",
                "2 4 5 65001 0.3|MSS is 1 to 65000",
                "2 4 5 many 0.3|whole number",
                "2 4 5 300 1.1|from 0 to 1",
                "2 4 5 300 NaN|from 0 to 1",
                "2 4 5 300 lots|from 0 to 1",
                "2 4 5 300 0.3 --ping|wants a value",
                "2 4 5 300 0.3 --ping fast|length of time",
                "2 4 5 300 0.3 --ping 1ms|20 ms to 10 min",
                "2 4 5 300 0.3 --misses 0|misses",
                "2 4 5 300 0.3 --successors 21|2 to 20",
                "2 4 5 300 0.3 --base-port 65500|--base-port is",
                "2 4 5 300 0.3 --status here|HOST:PORT",
                "2 4 5 300 0.3 --nonsense|no option --nonsense",
                "--join 57 57 400 0.1|join through itself",
                "--join 14 57|numbers beside options: 1, not 3"
            })
    void aSentenceSaysWhatIsWrong(String line, String sentence) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(sentence);
    }
}
