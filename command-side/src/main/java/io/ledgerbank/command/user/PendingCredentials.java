package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.lane.BatchOpening;
import io.ledgerbank.command.lane.WithBatch;
import io.ledgerbank.command.user.CredentialChange.Added;
import io.ledgerbank.command.user.CredentialChange.Changed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a batch changes in the credentials: written behind its events, whose first position only one node can have taken, so
 * that two nodes never wait for each other; and in the order in which it was decided.
 */
final class PendingCredentials implements BatchOpening {

    private static final String BATCH = PendingCredentials.class.getName();

    private final Credentials credentials;

    PendingCredentials(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void open(UnitOfWork<?> root, List<? extends CommandMessage<?>> commands) {
        batch(root);
    }

    /** @throws RejectedException {@code email_already_exists} when another user has the e-mail address, or is about to */
    void add(Credential credential) {
        requireFree(credential.user());
        note(new Added(credential));
    }

    /** @throws RejectedException {@code email_already_exists} when another user has the e-mail address, or is about to */
    void change(UserDetails user) {
        requireFree(user);
        note(new Changed(user));
    }

    void note(CredentialChange change) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        batch(unit).add(unit, change);
    }

    /** Somebody as they are by now, with what the batch has decided already. */
    Optional<UserDetails> find(UserId id) {
        return pending()
                .filter(user -> user.id().equals(id))
                .reduce((earlier, later) -> later)
                .or(() -> credentials.find(id));
    }

    private void requireFree(UserDetails user) {
        boolean isTaken = Stream.concat(pending(), credentials.findByEmail(user.email()).map(Credential::user).stream())
                .anyMatch(other ->
                        other.email().equals(user.email()) && !other.id().equals(user.id()));
        if (isTaken) {
            throw new RejectedException(Reason.EMAIL_ALREADY_EXISTS, Reason.EMAIL_ALREADY_EXISTS.description());
        }
    }

    private Stream<UserDetails> pending() {
        return batch(CurrentUnitOfWork.get()).shares().stream().flatMap(change -> switch (change) {
            case Added added -> Stream.of(added.credential().user());
            case Changed changed -> Stream.of(changed.user());
            case CredentialChange.PasswordSet set -> Stream.empty();
        });
    }

    private WithBatch<CredentialChange> batch(UnitOfWork<?> unit) {
        return WithBatch.of(unit, BATCH, changes -> changes.forEach(credentials::write));
    }
}
