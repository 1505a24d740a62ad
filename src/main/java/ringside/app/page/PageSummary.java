package ringside.app.page;

/**
 * What a page holds.
 *
 * @param micros its length in microseconds
 * @param peers the greatest number of members at a time
 */
public record PageSummary(long micros, int peers) {}
