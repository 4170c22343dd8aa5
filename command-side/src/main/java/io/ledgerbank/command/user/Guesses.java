package io.ledgerbank.command.user;

import io.ledgerbank.api.error.RejectedException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks passwords, and makes whoever keeps guessing wait. Only a wrong password counts: whoever was turned away before
 * anything was compared may come again at once. Thread-safe.
 */
final class Guesses {

    private final Passwords passwords;
    private final LoginBackoff backoff;

    Guesses(Passwords passwords, LoginBackoff backoff) {
        this.passwords = passwords;
        this.backoff = backoff;
    }

    /**
     * @param name who they say they are
     * @param from where failures are counted, each place by itself
     * @return whose password it is; nobody when it is wrong
     * @throws RejectedException {@code too_many_failed_logins}, {@code service_unavailable}
     */
    Optional<Credential> check(String name, String from, Password password, Supplier<Optional<Credential>> find) {
        backoff.attempt(name, from);
        Optional<Credential> known;
        boolean matches;
        try {
            known = find.get();
            matches = passwords.match(password, known.map(Credential::passwordHash));
        } catch (RuntimeException undecided) {
            backoff.undecided(name, from);
            throw undecided;
        }
        if (!matches) {
            return Optional.empty();
        }
        backoff.succeeded(name, from);
        return known;
    }
}
