package io.ledgerbank.command.forgetting;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.RecordForgetting;
import io.ledgerbank.command.personal.PersonKeys;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Makes what the log says of a person unreadable, in the log, in what is made of it from now on, and in every copy of it
 * without the key. Thread-safe.
 */
public final class Forgetting {

    private final PersonKeys keys;
    private final CommandGateway commands;

    Forgetting(PersonKeys keys, CommandGateway commands) {
        this.keys = keys;
        this.commands = commands;
    }

    /** For good. Of somebody who was forgotten before nothing happens; what was interrupted is finished. */
    public void forget(UserId person) {
        keys.erase(person.value());
        commands.sendAndWait(new RecordForgetting(person, keys.fingerprint(person.value())));
        keys.certified(person.value());
    }
}
