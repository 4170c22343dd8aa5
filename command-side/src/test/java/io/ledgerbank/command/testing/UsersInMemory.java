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

/** What tests say of users; of anybody else nothing is known. */
public final class UsersInMemory implements KnownUsers {

    private final Map<UserId, UserStatus> statuses = new ConcurrentHashMap<>();
    private final Map<UserId, Role> staff = new ConcurrentHashMap<>();
    private final Map<UserId, Appointment> appointments = new ConcurrentHashMap<>();

    /** Somebody works for the bank. */
    public void appoint(Caller person, Appointment appointment) {
        statuses.put(person.userId(), UserStatus.ACTIVE);
        staff.put(person.userId(), person.role());
        appointments.put(person.userId(), appointment);
    }

    public void become(UserId user, UserStatus status) {
        statuses.put(user, status);
    }

    @Override
    public Optional<UserDetails> find(UserId id) {
        return Optional.ofNullable(statuses.get(id))
                .map(status -> new UserDetails(
                        id, "somebody@example.com", "Somebody", staff.getOrDefault(id, Role.USER), status, People.NOW));
    }

    @Override
    public Optional<Appointment> appointmentOf(UserId id) {
        return Optional.ofNullable(appointments.get(id));
    }

    @Override
    public boolean thereIsAnAdministrator() {
        return staff.containsValue(Role.ADMIN);
    }
}
