package ringside.app.run;

/** Leads the view of a run to a moment. For the JavaFX thread. */
@FunctionalInterface
public interface Guide {

    /**
     * Shows the run right after the event that led to a position.
     *
     * @return the position that is shown from then on, of the last event at the same microsecond where
     *     time alone decides
     */
    int goTo(int position);
}
