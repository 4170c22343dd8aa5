package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.lane.BatchOpening;
import io.ledgerbank.command.lane.WithBatch;
import io.ledgerbank.command.user.CredentialChange.Added;
import io.ledgerbank.command.user.CredentialChange.Appointed;
import io.ledgerbank.command.user.CredentialChange.Changed;
import io.ledgerbank.command.user.CredentialChange.LoginsEnded;
import io.ledgerbank.command.user.CredentialChange.PasswordSet;
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
final class PendingCredentials implements BatchOpening, KnownUsers {

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

    /** A user as of now, with what the batch has decided already. */
    Optional<Credential> credentialOf(UserId id) {
        return changes()
                .filter(change -> change.userId().equals(id))
                .reduce(credentials.credentialOf(id), PendingCredentials::after, (earlier, later) -> later);
    }

    @Override
    public Optional<UserDetails> find(UserId id) {
        return credentialOf(id).map(Credential::user);
    }

    @Override
    public Optional<Appointment> appointmentOf(UserId id) {
        return changes()
                .filter(change -> change.userId().equals(id))
                .flatMap(PendingCredentials::appointment)
                .reduce((earlier, later) -> later)
                .or(() -> credentials.appointmentOf(id));
    }

    @Override
    public boolean thereIsAnAdministrator() {
        return credentials.thereIsAnAdministrator();
    }

    private static Optional<Credential> after(Optional<Credential> known, CredentialChange change) {
        return switch (change) {
            case Added added -> Optional.of(added.credential());
            case Changed changed ->
                known.map(before -> new Credential(changed.user(), before.passwordHash(), before.suits()));
            case PasswordSet set -> known.map(before -> new Credential(before.user(), set.passwordHash(), set.suits()));
            case Appointed appointed -> known;
            case LoginsEnded ended -> known;
        };
    }

    private static Stream<Appointment> appointment(CredentialChange change) {
        return switch (change) {
            case Added added ->
                Stream.of(new Appointment(
                        Optional.empty(), added.credential().user().createdAt()));
            case Appointed appointed -> Stream.of(appointed.appointment());
            default -> Stream.empty();
        };
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
        return changes().flatMap(change -> switch (change) {
            case Added added -> Stream.of(added.credential().user());
            case Changed changed -> Stream.of(changed.user());
            default -> Stream.empty();
        });
    }

    /** Whoever asks outside of a batch sees what is stored. */
    private static Stream<CredentialChange> changes() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().<WithBatch<CredentialChange>>getResource(BATCH))
                        .stream()
                        .flatMap(batch -> batch.shares().stream())
                : Stream.empty();
    }

    private WithBatch<CredentialChange> batch(UnitOfWork<?> unit) {
        return WithBatch.of(unit, BATCH, changes -> changes.forEach(credentials::write));
    }
}
