package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.user.RefreshTokens.Begun;
import io.ledgerbank.command.user.RefreshTokens.Rotation.Refused;
import io.ledgerbank.command.user.RefreshTokens.Rotation.Rotated;
import java.util.function.Consumer;

/** Lets people in and out. Thread-safe. */
class Sessions {

    private final Credentials credentials;
    private final Guesses guesses;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    Sessions(Credentials credentials, Guesses guesses, AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.credentials = credentials;
        this.guesses = guesses;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    /**
     * The password comes before the status: only who knows it learns that the account is suspended.
     *
     * @param address where the call comes from
     * @throws RejectedException {@code invalid_credentials}, {@code account_suspended}, {@code too_many_failed_logins},
     *     {@code service_unavailable}
     */
    Session login(String email, Password password, String address) {
        Credential credential = guesses.check(email, address, password, () -> EmailAddress.read(email)
                        .flatMap(parsed -> credentials.findByEmail(parsed.value()))
                        .filter(known -> known.user().status() != UserStatus.DELETED))
                .orElseThrow(() ->
                        new RejectedException(Reason.INVALID_CREDENTIALS, Reason.INVALID_CREDENTIALS.description()));
        UserDetails user = credential.user();
        if (user.status() == UserStatus.SUSPENDED) {
            throw new RejectedException(Reason.ACCOUNT_SUSPENDED, "The user is suspended");
        }
        Begun begun = refreshTokens
                .begin(credential)
                .orElseThrow(() ->
                        new RejectedException(Reason.INVALID_CREDENTIALS, Reason.INVALID_CREDENTIALS.description()));
        return Session.of(accessTokens.issue(user, begun.session()), begun.token(), RefreshTokens.LIFETIME, user);
    }

    /**
     * @param whenReused told whose token came a second time
     * @throws RejectedException {@code token_revoked}, {@code token_expired}, {@code invalid_refresh_token_format}
     */
    Session refresh(RefreshToken token, Consumer<UserId> whenReused) {
        return switch (refreshTokens.rotate(token)) {
            case Rotated rotated -> {
                UserDetails user = active(rotated.user());
                yield Session.of(accessTokens.issue(user, rotated.session()), rotated.next(), rotated.lifetime(), user);
            }
            case Refused refused -> {
                refused.whose().ifPresent(whenReused);
                throw new RejectedException(refused.reason(), refused.reason().description());
            }
        };
    }

    /** @throws RejectedException {@code token_not_found} */
    void logout(UserId user, RefreshToken token) {
        refreshTokens.end(user, token);
    }

    void logoutEverywhere(UserId user) {
        refreshTokens.endAll(user);
    }

    private UserDetails active(UserId id) {
        return credentials
                .find(id)
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .orElseThrow(() -> new RejectedException(Reason.TOKEN_REVOKED, Reason.TOKEN_REVOKED.description()));
    }
}
