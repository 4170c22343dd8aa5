package io.ledgerbank.command.user;

import io.ledgerbank.api.error.RejectedException;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Hashes and compares passwords, no more at a time than the machine bears. Thread-safe. */
class Passwords {

    private final UnaryOperator<String> hash;
    private final BiPredicate<String, String> matches;
    private final HashingGate gate;
    private final String nobodysHash;

    Passwords(UnaryOperator<String> hash, BiPredicate<String, String> matches, HashingGate gate) {
        this.hash = hash;
        this.matches = matches;
        this.gate = gate;
        this.nobodysHash = hash.apply("the password of nobody");
    }

    /** @throws RejectedException {@code service_unavailable} when too many wait already */
    String hash(Password password) {
        return gate.pass(() -> hash.apply(password.value()));
    }

    /**
     * Compares, and works as hard when there is nothing to compare with: nobody can tell from the time an answer takes
     * whether a user exists.
     *
     * @throws RejectedException {@code service_unavailable} when too many wait already
     */
    boolean match(Password password, Optional<String> expected) {
        boolean same = gate.pass(() -> matches.test(password.value(), expected.orElse(nobodysHash)));
        return same && expected.isPresent();
    }
}
