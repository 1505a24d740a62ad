package ringside.app.export;

import java.util.Locale;

/** What can be taken away. */
public enum ExportItem {
    RING_PNG("ring.png"),
    RING_SVG("ring.svg"),
    LADDER_PNG("ladder.png"),
    LADDER_SVG("ladder.svg"),
    ANIMATION("ring.gif"),
    EVENTS_CSV("events.csv"),
    TRANSFERS_CSV("transfers.csv"),
    SHIVIZ("ring-shiviz.log");

    private final String fileName;

    ExportItem(String fileName) {
        this.fileName = fileName;
    }

    /** What its file is called unless the user says otherwise. */
    public String fileName() {
        return fileName;
    }

    /** Its name in the texts and in ids of nodes, such as 'ring-png'. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
