package io.ledgerbank.saga.work;

/**
 * Something to be done about a subject because of one of its events. Whoever does it looks first whether that event is
 * still the subject's newest; if it is not, there is nothing to do any more.
 *
 * @param subject what it is about, such as a payment's id
 * @param sequence the event's place in the subject's stream
 * @param correlationId the conversation that the work belongs to
 */
public record WorkItem(String subject, long sequence, String correlationId) {

    /** Names the item: putting it into a queue twice is the same as once. */
    public String id() {
        return idOf(subject, sequence);
    }

    static String idOf(String subject, long sequence) {
        return subject + "/" + sequence;
    }
}
