package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.util.Optional;

/** Tells who people are right now, for whatever is done in their names later than they asked for it. Thread-safe. */
@FunctionalInterface
public interface CurrentCallers {

    /** With the role that they have by now; empty when nobody knows them, or they are suspended. */
    Optional<Caller> find(UserId id);
}
