package io.ledgerbank.command.testing;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.user.Appointment;
import io.ledgerbank.command.user.KnownUsers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bank's staff, and what tests say of users; of anybody else nothing is known. */
public final class UsersInMemory implements KnownUsers {

    private final Map<UserId, UserStatus> statuses = new ConcurrentHashMap<>();
    private final Map<UserId, Role> roles = new ConcurrentHashMap<>();
    private final Map<UserId, Appointment> appointments = new ConcurrentHashMap<>();

    public UsersInMemory() {
        is(People.TELLER);
        is(People.ADMIN);
    }

    /** Somebody has this role as of now. */
    public UsersInMemory is(Caller somebody) {
        roles.put(somebody.userId(), somebody.role());
        return this;
    }

    /** Somebody works for the bank. */
    public void appoint(Caller person, Appointment appointment) {
        statuses.put(person.userId(), UserStatus.ACTIVE);
        roles.put(person.userId(), person.role());
        appointments.put(person.userId(), appointment);
    }

    public void become(UserId user, UserStatus status) {
        statuses.put(user, status);
    }

    @Override
    public Optional<UserDetails> find(UserId id) {
        boolean known = statuses.containsKey(id) || roles.containsKey(id);
        return Optional.of(id)
                .filter(user -> known)
                .map(user -> new UserDetails(
                        user,
                        "somebody@example.com",
                        "Somebody",
                        roles.getOrDefault(user, Role.USER),
                        statuses.getOrDefault(user, UserStatus.ACTIVE),
                        People.NOW));
    }

    @Override
    public Optional<Appointment> appointmentOf(UserId id) {
        return Optional.ofNullable(appointments.get(id));
    }

    @Override
    public boolean thereIsAnAdministrator() {
        return roles.containsValue(Role.ADMIN);
    }
}
