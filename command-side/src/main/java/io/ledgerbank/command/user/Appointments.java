package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.user.CredentialChange.Appointed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Remembers who gave whom more rights than they had. Whoever only takes rights away appoints nobody. */
final class Appointments {

    private final PendingCredentials credentials;
    private final Clock clock;

    Appointments(PendingCredentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Somebody is there who was not before. */
    void note(UserDetails user, Caller by) {
        if (user.role() != Role.USER) {
            remember(user.id(), by);
        }
    }

    /** Somebody gets another role. */
    void note(UserDetails before, Role role, Caller by) {
        if (role.compareTo(before.role()) > 0) {
            remember(before.id(), by);
        }
    }

    private void remember(UserId user, Caller by) {
        Optional<UserId> person =
                Optional.of(by).filter(caller -> caller.role() != Role.SYSTEM).map(Caller::userId);
        credentials.note(
                new Appointed(user, new Appointment(person, clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }
}
