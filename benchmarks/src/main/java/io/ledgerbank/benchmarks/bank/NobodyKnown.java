package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.user.Appointment;
import io.ledgerbank.command.user.KnownUsers;
import java.util.Optional;

/** Nobody is asked for who acts, as no work that is measured depends on it. */
public final class NobodyKnown implements KnownUsers {

    @Override
    public Optional<UserDetails> find(UserId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Appointment> appointmentOf(UserId id) {
        return Optional.empty();
    }

    @Override
    public boolean thereIsAnAdministrator() {
        return false;
    }
}
