package ringside.capture;

/**
 * A field of a message.
 *
 * @param name as it stands in the protocol
 * @param title what it is, in a few words; those of the Wireshark dissector
 * @param value as text
 * @param meaning what the protocol says of it; empty for the type, and for a field that the
 *     protocol does not know
 */
public record MessageField(String name, String title, String value, String meaning) {}
