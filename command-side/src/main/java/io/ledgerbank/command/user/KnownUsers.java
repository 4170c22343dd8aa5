package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import java.util.Optional;

/** What is true of users right now, whatever their tokens say. */
public interface KnownUsers {

    Optional<UserDetails> find(UserId id);

    /** How somebody has come to the most rights that they have ever had; nothing is known of who never registered. */
    Optional<Appointment> appointmentOf(UserId id);

    /** Whether anybody administers the bank, be they suspended for now. */
    boolean thereIsAnAdministrator();
}
