package io.ledgerbank.query.projection;

/**
 * What one projection is doing in this process.
 *
 * @param position how far this process has read the log for it
 */
public record ProjectionState(ProjectionName name, Activity activity, long position) {

    /** What is being done. */
    public enum Activity {
        /** It is not fed from here. */
        STOPPED,
        /** Another process feeds it. */
        ELSEWHERE,
        /** It follows the log. */
        FOLLOWING,
        /** It follows the log, but for streams of which something could not be written and is parked. */
        LACKING,
        /** It stands still, because its rows could not be written; that is tried again and again. */
        FAILING
    }
}
