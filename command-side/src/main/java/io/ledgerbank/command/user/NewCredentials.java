package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.lane.BatchOpening;
import io.ledgerbank.command.lane.WithBatch;
import java.util.Comparator;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The credentials of a batch's new users, written behind its events and in the order of addresses, so that two nodes never
 * wait for each other.
 */
final class NewCredentials implements BatchOpening {

    private static final String BATCH = NewCredentials.class.getName();
    private static final Comparator<Credential> BY_ADDRESS =
            Comparator.comparing(credential -> credential.user().email());

    private final Credentials credentials;

    NewCredentials(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void open(UnitOfWork<?> root, List<? extends CommandMessage<?>> commands) {
        batch(root);
    }

    /** @throws RejectedException {@code email_already_exists} when another user has the e-mail address, or is about to */
    void add(Credential credential) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        WithBatch<Credential> batch = batch(unit);
        String address = credential.user().email();
        boolean isTaken =
                batch.shares().stream().anyMatch(other -> other.user().email().equals(address))
                        || credentials.findByEmail(address).isPresent();
        if (isTaken) {
            throw new RejectedException(Reason.EMAIL_ALREADY_EXISTS, Reason.EMAIL_ALREADY_EXISTS.description());
        }
        batch.add(unit, credential);
    }

    private WithBatch<Credential> batch(UnitOfWork<?> unit) {
        return WithBatch.of(
                unit, BATCH, added -> added.stream().sorted(BY_ADDRESS).forEach(credentials::add));
    }
}
