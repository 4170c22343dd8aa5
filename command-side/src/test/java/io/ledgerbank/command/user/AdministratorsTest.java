package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.testing.MovableClock;
import io.ledgerbank.command.testing.People;
import io.ledgerbank.command.user.CredentialChange.Added;
import io.ledgerbank.command.user.CredentialChange.Changed;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a bank has anybody who administers it. */
class AdministratorsTest {

    private static final TestDatabase DATABASE = TestPostgres.freshDatabase("identity");

    private final Credentials credentials =
            new JdbcCredentials(JdbcClient.create(DATABASE.dataSource()), new MovableClock());

    @Test
    void customers_and_support_are_no_administrators_and_who_was_deleted_is_none_any_more() {
        add(Role.USER);
        add(Role.SUPPORT);
        assertThat(credentials.thereIsAnAdministrator()).isFalse();

        UserDetails admin = add(Role.ADMIN);
        assertThat(credentials.thereIsAnAdministrator()).isTrue();

        credentials.write(new Changed(new UserDetails(admin.id(), "", "", Role.ADMIN, UserStatus.DELETED, People.NOW)));
        assertThat(credentials.thereIsAnAdministrator()).isFalse();
    }

    private UserDetails add(Role role) {
        UserId id = UserId.next();
        var user = new UserDetails(id, id + "@example.com", "Somebody", role, UserStatus.ACTIVE, People.NOW);
        credentials.write(new Added(new Credential(user, "hash", Role.ADMIN)));
        return user;
    }
}
