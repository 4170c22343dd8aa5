package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDeleted;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.eventlog.LostRace;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a batch of registrations writes, and when. */
class RegisteringTogetherTest {

    private static final TestDatabase DATABASE = TestPostgres.freshDatabase("identity");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final String alices = UserId.next() + "@example.com";
    private final String bobs = UserId.next() + "@example.com";
    private final Credentials credentials =
            new JdbcCredentials(JdbcClient.create(DATABASE.dataSource()), Clock.fixed(NOW, ZoneOffset.UTC));
    private final PendingCredentials added = new PendingCredentials(credentials);

    @Test
    void nothing_is_written_before_the_batch_is() {
        UnitOfWork<?> batch = begin();

        register(alices);
        register(bobs);
        assertThat(credentials.findByEmail(alices)).isEmpty();

        batch.commit();
        assertThat(credentials.findByEmail(alices)).isPresent();
        assertThat(credentials.findByEmail(bobs)).isPresent();
    }

    @Test
    void an_address_is_given_to_one_of_a_batch() {
        UnitOfWork<?> batch = begin();
        register(alices);

        assertThatThrownBy(() -> register(alices)).isInstanceOf(RejectedException.class);

        batch.rollback();
        assertThat(credentials.findByEmail(alices)).isEmpty();
    }

    @Test
    void an_address_that_another_node_gave_away_meanwhile_is_a_lost_race() {
        UnitOfWork<?> batch = begin();
        register(alices);

        credentials.write(new CredentialChange.Added(credential(alices)));

        assertThatThrownBy(batch::commit).isInstanceOf(LostRace.class);
    }

    @Test
    void within_a_batch_users_are_what_it_makes_of_them() {
        Credential alice = credential(alices);
        credentials.write(new CredentialChange.Added(alice));
        UserId id = alice.user().id();
        Appointment appointment = new Appointment(Optional.of(UserId.next()), NOW);
        UnitOfWork<?> batch = begin();

        added.note(new CredentialChange.Changed(alice.user().after(new UserDeleted(id, NOW))));
        added.note(new CredentialChange.PasswordSet(id, "another hash", Role.ADMIN));
        added.note(new CredentialChange.Appointed(id, appointment));

        assertThat(added.find(id).map(UserDetails::status)).contains(UserStatus.DELETED);
        assertThat(added.credentialOf(id).map(Credential::passwordHash)).contains("another hash");
        assertThat(added.appointmentOf(id)).contains(appointment);
        assertThat(credentials.find(id).map(UserDetails::status)).contains(UserStatus.ACTIVE);
        batch.commit();
        assertThat(added.find(id).map(UserDetails::status)).contains(UserStatus.DELETED);
        assertThat(added.appointmentOf(id)).contains(appointment);
    }

    private UnitOfWork<?> begin() {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
        added.open(batch, List.of());
        return batch;
    }

    private void register(String address) {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        var result = unit.executeWithResult(() -> {
            added.add(credential(address));
            return "done";
        });
        if (result.isExceptional() && result.exceptionResult() instanceof RejectedException rejected) {
            throw rejected;
        }
    }

    private static Credential credential(String address) {
        var details = new UserDetails(UserId.next(), address, "Alice", Role.USER, UserStatus.ACTIVE, NOW);
        return new Credential(details, "hash", Role.USER);
    }
}
