package io.ledgerbank.app.seed;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.startup.PublishedSecrets;
import io.ledgerbank.app.startup.StartupRefused;
import io.ledgerbank.command.user.KnownUsers;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the first administrator of a bank that has none, before anybody can call: nobody gets in between, and no customer
 * stands in the way. Of nodes that start together, one makes it.
 */
final class FirstAdmin implements SmartLifecycle {

    /** Behind the commands, before the service listens. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final FirstAdminSettings settings;
    private final KnownUsers users;
    private final Registrations registrations;
    private final AtomicBoolean running = new AtomicBoolean();

    FirstAdmin(FirstAdminSettings settings, KnownUsers users, Registrations registrations) {
        this.settings = settings;
        this.users = users;
        this.registrations = registrations;
    }

    @Override
    public void start() {
        if (!users.thereIsAnAdministrator()) {
            settings.email().ifPresentOrElse(this::register, FirstAdmin::warn);
        }
        running.set(true);
    }

    @Override
    public void stop() {
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void register(String email) {
        String password = settings.givenPassword()
                .orElseThrow(() -> new StartupRefused("LEDGERBANK_ADMIN_EMAIL is set without LEDGERBANK_ADMIN_PASSWORD"
                        + " or LEDGERBANK_ADMIN_PASSWORD_FILE; the first administrator needs both."));
        PublishedSecrets.refuse("LEDGERBANK_ADMIN_PASSWORD", password);
        try {
            registrations.register(UserId.next(), email, "First administrator", Password.of(password), Role.ADMIN);
            LOG.info("Made the first administrator");
        } catch (RejectedException e) {
            if (e.reason() != Reason.EMAIL_ALREADY_EXISTS) {
                throw new StartupRefused(
                        "The first administrator cannot be made: "
                                + e.rejection().detail() + ".",
                        e);
            }
            requireAnother(e);
        }
    }

    /** The address may be a customer's, who must not be taken for the administrator. */
    private void requireAnother(RejectedException taken) {
        if (!users.thereIsAnAdministrator()) {
            throw new StartupRefused(
                    "The first administrator cannot be made: the address in LEDGERBANK_ADMIN_EMAIL is a customer's;"
                            + " choose another.",
                    taken);
        }
        LOG.info("Another node made the first administrator");
    }

    private static void warn() {
        LOG.warn("Nobody can administer this bank yet; LEDGERBANK_ADMIN_EMAIL and LEDGERBANK_ADMIN_PASSWORD make the"
                + " first administrator at the next start");
    }
}
