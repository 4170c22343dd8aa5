package io.ledgerbank.saga.bank;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Monzo's answer to a grant, where anything may be missing or wrong. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MonzoTokens(
        @Nullable String accessToken,
        @Nullable String refreshToken,
        @Nullable Long expiresIn) {

    private static final int LONGEST_TOKEN = 4096;
    private static final long LONGEST_LIFE_SECONDS = 31_536_000;

    BankAccess toAccess(Instant now) {
        return new BankAccess(
                Optional.of(token(accessToken)),
                Optional.ofNullable(refreshToken).map(MonzoTokens::token),
                Optional.ofNullable(expiresIn).map(seconds -> now.plusSeconds(life(seconds))));
    }

    /** What can stand in a header. */
    private static String token(@Nullable String text) {
        String token = Untrusted.present(text);
        if (!token.matches("[\\x21-\\x7E]{1," + LONGEST_TOKEN + "}")) {
            throw new Untrusted.Unusable();
        }
        return token;
    }

    private static long life(long seconds) {
        if (seconds < 0 || seconds > LONGEST_LIFE_SECONDS) {
            throw new Untrusted.Unusable();
        }
        return seconds;
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "MonzoTokens[expiresIn=" + expiresIn + "]";
    }
}
