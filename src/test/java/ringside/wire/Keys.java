package ringside.wire;

/** Ring keys for tests. */
public final class Keys {

    /** A key as it is written. */
    public static final String TEXT = "0123456789abcdef".repeat(4);

    public static final RingKey KEY = RingKey.parse(TEXT);
    public static final RingKey OTHER_KEY = RingKey.parse("fedcba9876543210".repeat(4));

    private Keys() {}
}
