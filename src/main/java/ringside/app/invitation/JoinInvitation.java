package ringside.app.invitation;

/**
 * What a user of another machine needs to join the ring (SPEC 13.7).
 *
 * @param command the line to type from a clone of the program on the other machine
 * @param address of this machine, with a port if it is not the usual one
 * @param code as it is read aloud, in two groups
 */
public record JoinInvitation(String command, String address, String code) {

    /** Returns the line of an installed program, which a phone or a camera hands on as text. */
    String toScan() {
        return "ringside join " + address + ' ' + code;
    }

    /** Keeps the secret. */
    @Override
    public String toString() {
        return "JoinInvitation";
    }
}
