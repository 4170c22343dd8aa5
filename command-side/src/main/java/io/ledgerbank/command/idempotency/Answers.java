package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.eventlog.LostRace;
import java.util.Collection;
import java.util.List;

/** Remembers first answers, in the running transaction. Of two nodes that answer one request, one is kept. */
interface Answers {

    /** A request and what it was answered. */
    record Kept(RepeatableRequest request, Answer answer) {}

    /** What was kept under any of these keys. */
    List<Kept> find(Collection<String> keys);

    /**
     * @throws LostRace when another node has answered one of the requests
     * @throws RejectedException {@code idempotency_key_in_flight} when another node has been answering one for too long
     */
    void keep(List<Kept> answers);
}
