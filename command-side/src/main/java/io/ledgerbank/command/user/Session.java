package io.ledgerbank.command.user;

import io.ledgerbank.api.user.UserDetails;
import java.time.Duration;

/** What somebody gets who logs in or refreshes a login; both lifetimes are in seconds. */
record Session(
        String accessToken,
        String tokenType,
        long expiresIn,
        RefreshToken refreshToken,
        long refreshExpiresIn,
        UserDetails user) {

    static Session of(String accessToken, RefreshToken refreshToken, Duration refreshable, UserDetails user) {
        return new Session(
                accessToken, "Bearer", AccessTokens.LIFETIME.toSeconds(), refreshToken, refreshable.toSeconds(), user);
    }

    @Override
    public String toString() {
        return "Session[" + user.id() + "]";
    }
}
