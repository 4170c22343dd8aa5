package io.ledgerbank.app.seed;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.startup.StartupRefused;
import io.ledgerbank.command.user.KnownUsers;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Makes the first administrator of an empty database; without one nobody could make another. Of nodes that start together, one makes it. */
final class FirstAdmin implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final FirstAdminSettings settings;
    private final KnownUsers users;
    private final Registrations registrations;

    FirstAdmin(FirstAdminSettings settings, KnownUsers users, Registrations registrations) {
        this.settings = settings;
        this.users = users;
        this.registrations = registrations;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (users.thereAreAny()) {
            return;
        }
        settings.email().ifPresentOrElse(this::register, FirstAdmin::warn);
    }

    private void register(String email) {
        String password = settings.givenPassword()
                .orElseThrow(() -> new StartupRefused("LEDGERBANK_ADMIN_EMAIL is set without LEDGERBANK_ADMIN_PASSWORD"
                        + " or LEDGERBANK_ADMIN_PASSWORD_FILE; the first administrator needs both."));
        try {
            registrations.register(UserId.next(), email, "First administrator", Password.of(password), Role.ADMIN);
            LOG.info("Made the first administrator");
        } catch (RejectedException e) {
            if (e.reason() == Reason.EMAIL_ALREADY_EXISTS) {
                LOG.info("Another node made the first administrator");
                return;
            }
            throw new StartupRefused(
                    "The first administrator cannot be made: " + e.rejection().detail() + ".", e);
        }
    }

    private static void warn() {
        LOG.warn("Nobody can administer this bank yet; LEDGERBANK_ADMIN_EMAIL and LEDGERBANK_ADMIN_PASSWORD make the"
                + " first administrator at the next start");
    }
}
