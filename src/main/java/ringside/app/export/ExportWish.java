package ringside.app.export;

import ringside.app.page.Interval;

/**
 * A choice of the list of exports.
 *
 * @param seconds length of an animation, which ends at the moment shown
 * @param interval what goes into a page or a capture
 */
public record ExportWish(ExportItem item, int seconds, Interval interval) {}
