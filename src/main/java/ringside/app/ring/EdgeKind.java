package ringside.app.ring;

import java.util.List;

/** The kinds of edges, in the order of the keys 1 to 5 that switch them. */
public enum EdgeKind {
    FIRST_SUCCESSOR("first-successor", 1),
    SECOND_SUCCESSOR("second-successor", 2),
    FIRST_PREDECESSOR("first-predecessor", 3),
    SECOND_PREDECESSOR("second-predecessor", 4),
    SHORTCUT("shortcut", 5);

    /** The kinds of which each peer has one edge at most; shortcuts are those of one peer. */
    public static final List<EdgeKind> OF_NEIGHBOURS =
            List.of(FIRST_SUCCESSOR, SECOND_SUCCESSOR, FIRST_PREDECESSOR, SECOND_PREDECESSOR);

    private final String styleClass;
    private final int digit;

    EdgeKind(String styleClass, int digit) {
        this.styleClass = styleClass;
        this.digit = digit;
    }

    /** Returns the digit key that shows or hides these edges, 1 to 5. */
    public int digit() {
        return digit;
    }

    /** Returns the class in the style sheets, which is also the end of the keys in the texts. */
    public String styleClass() {
        return styleClass;
    }

    RingCurve curve(RingGeometry geometry, double from, double to) {
        return switch (this) {
            case FIRST_SUCCESSOR -> RingCurve.firstSuccessor(geometry, from, to);
            case SECOND_SUCCESSOR -> RingCurve.secondSuccessor(geometry, from, to);
            case FIRST_PREDECESSOR -> RingCurve.predecessor(geometry, from, to, 1);
            case SECOND_PREDECESSOR -> RingCurve.predecessor(geometry, from, to, 2);
            case SHORTCUT -> RingCurve.shortcut(geometry, from, to);
        };
    }
}
