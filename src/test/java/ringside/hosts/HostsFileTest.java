package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.BesideOthers;

@BesideOthers
class HostsFileTest {

    private static List<Host> parse(String... lines) throws IOException {
        return HostsFile.parse("hosts.txt", List.of(lines));
    }

    @Test
    void aHostHasANameAndAnAddressAndIsReachedByPlainSsh() throws Exception {
        Host host = parse("lab07 10.77.0.17").getFirst();

        assertThat(host.name()).isEqualTo("lab07");
        assertThat(host.address()).isEqualTo(InetAddress.ofLiteral("10.77.0.17"));
        assertThat(host.mostPeers()).isEqualTo(256);
        assertThat(host.via())
                .startsWith("ssh ")
                .contains("BatchMode=yes")
                .endsWith(" lab07 {command}");
    }

    @Test
    void aHostMayHaveRoomForSomeAndAnotherWay() throws Exception {
        assertThat(parse("node3 10.0.0.3 peers=16 via \"srun -w node3 {command}\""))
                .containsExactly(
                        new Host(
                                "node3",
                                InetAddress.ofLiteral("10.0.0.3"),
                                16,
                                "srun -w node3 {command}"));
    }

    @Test
    void addressesOfTheNewerKindAreAddresses() throws Exception {
        assertThat(parse("a fd00::17").getFirst().address())
                .isEqualTo(InetAddress.ofLiteral("fd00::17"));
    }

    @Test
    void commentsAndEmptyLinesAreNoHosts() throws Exception {
        assertThat(parse("# the room", "", "  a   10.0.0.1  # by the window", "b 10.0.0.2"))
                .extracting(Host::name)
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            textBlock =
                    """
                    lab07                     | a line is NAME ADDRESS
                    lab07 lab07.example       | 'lab07.example' is no address in digits
                    lab07 10.0.0.1 peers=0    | Host lab07 has room for at least one peer
                    lab07 10.0.0.1 peers=x    | a line is NAME ADDRESS
                    lab07 10.0.0.1 via "srun" | needs {command}
                    lab/7 10.0.0.1            | lab/7
                    a 10.0.0.9                | host a is there twice
                    """)
    void aWrongLineIsNamed(String line, String sentence) {
        assertThatThrownBy(() -> parse("a 10.0.0.1", line))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("hosts.txt, line 2: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileWithoutHostsIsRefused() {
        assertThatThrownBy(() -> parse("# none yet")).hasMessage("hosts.txt lists no hosts.");
    }
}
