package ringside.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SPEC 3.1, 10.2: file numbers, their hashes, and names that never become paths. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource({"2012,220", "0159,159", "0000,0", "9999,15", "0256,0", "4126,30"})
    void theHashIsTheNumberMod256(String digits, int hash) {
        assertThat(new FileNumber(digits).hash()).isEqualTo(new PeerId(hash));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "159", "00159", "201a", "-159", " 2012", "２０１２"})
    void aNumberHasExactlyFourDigits(String text) {
        assertThatThrownBy(() -> new FileNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("four digits");
    }

    @Test
    void leadingZerosStay() {
        assertThat(new FileNumber("0159")).hasToString("0159");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../2012.pdf", "2012.pdf/..", "2012..pdf", "2012.PDF", "2012.p/f", ".2012",
                "2012.pdf\0", "2012.toolongext", "/etc/passwd", "2012.ü", "2012.", "2012.pdf\n"
            })
    void aNameFromTheNetworkIsNumberAndPlainExtensionOrNothing(String text) {
        assertThatThrownBy(() -> FileName.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012", "0159.pdf", "9999.markdown", "0000.0"})
    void aPlainNameStaysAsItIs(String text) {
        assertThat(FileName.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf,2012.pdf",
        "Photo.JPG,2012.jpg",
        "notes,2012",
        ".txt,2012.txt",
        "archive.tar.gz,2012.gz",
        "odd.name with space,2012"
    })
    void aStoredFileKeepsItsExtensionWhereThatIsPlain(String original, String stored) {
        assertThat(FileName.forStoring(new FileNumber("2012"), original)).hasToString(stored);
    }

    @Test
    void theOwnerIsTheFirstLivingPeerAtOrAfterTheHash() {
        TreeSet<PeerId> living = new TreeSet<>();
        for (int id : new int[] {14, 43, 236}) {
            living.add(new PeerId(id));
        }
        assertThat(IdealRing.owner(living, new PeerId(220))).isEqualTo(new PeerId(236));
        assertThat(IdealRing.owner(living, new PeerId(236))).isEqualTo(new PeerId(236));
        assertThat(IdealRing.owner(living, new PeerId(237))).isEqualTo(new PeerId(14));
        assertThat(IdealRing.owner(living, new PeerId(0))).isEqualTo(new PeerId(14));
    }

    /** Ownership as peers decide it (SPEC 3.2) equals ownership by sorting (SPEC 3.1). */
    @Test
    void exactlyTheOwnerFindsTheHashInItsArcOnEverySmallRing() {
        for (int mask = 1; mask < 1 << 8; mask++) {
            TreeSet<PeerId> living = new TreeSet<>();
            for (int bit = 0; bit < 8; bit++) {
                if ((mask & 1 << bit) != 0) {
                    living.add(new PeerId(bit * 32 + bit));
                }
            }
            for (int hash = 0; hash < Circle.IDS_OF_PROCESSES; hash++) {
                PeerId owner = IdealRing.owner(living, new PeerId(hash));
                for (PeerId peer : living) {
                    PeerId predecessor =
                            IdealRing.predecessors(living, peer, 1).stream()
                                    .findFirst()
                                    .orElse(peer);
                    boolean owns = new PeerId(hash).isInArc(predecessor, peer);
                    assertThat(owns).isEqualTo(peer.equals(owner));
                }
            }
        }
    }
}
