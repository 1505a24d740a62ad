package ringside.check;

import java.util.List;
import ringside.ring.PeerId;
import ringside.rules.CheckName;

/**
 * What was found on one ring, and on its repetitions.
 *
 * @param findings one for each check, in their order
 * @param living the peers that should live at the end of the last one
 * @param claims what they said last about their successors
 */
public record RingReport(
        RingPlan plan, List<Finding> findings, List<PeerId> living, List<Claim> claims) {

    /** Copies the lists. */
    public RingReport {
        findings = List.copyOf(findings);
        living = List.copyOf(living);
        claims = List.copyOf(claims);
    }

    /**
     * What a peer said last about its successors.
     *
     * @param successors first and second; as many as it has named
     */
    public record Claim(PeerId peer, List<PeerId> successors) {

        /** Copies the list. */
        public Claim {
            successors = List.copyOf(successors);
        }
    }

    /** Returns what was found about a check. */
    public Finding of(CheckName check) {
        return findings.stream()
                .filter(finding -> finding.check() == check)
                .findFirst()
                .orElseThrow();
    }
}
