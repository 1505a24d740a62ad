package ringside.app.export;

import java.util.Locale;

/** The possible exports. */
public enum ExportItem {
    RING_PNG("ring.png"),
    RING_SVG("ring.svg"),
    LADDER_PNG("ladder.png"),
    LADDER_SVG("ladder.svg"),
    ANIMATION("ring.gif"),
    PAGE("ring.html"),
    CAPTURE("ring.pcapng"),
    EVENTS_CSV("events.csv"),
    TRANSFERS_CSV("transfers.csv"),
    SHIVIZ("ring-shiviz.log");

    private final String fileName;

    ExportItem(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    /** Returns the item's name in texts and node ids, such as 'ring-png'. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
