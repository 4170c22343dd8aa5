package io.ledgerbank.command.user;

import io.ledgerbank.api.user.UserDetails;

/** Somebody who has come in through a page of ours; good as long as {@link PageLogins} says so. */
public final class PageLogin {

    private final UserDetails user;
    private final RefreshToken token;
    private final SessionId session;

    PageLogin(UserDetails user, RefreshToken token, SessionId session) {
        this.user = user;
        this.token = token;
        this.session = session;
    }

    /** As it was when they came in. */
    public UserDetails user() {
        return user;
    }

    RefreshToken token() {
        return token;
    }

    SessionId session() {
        return session;
    }

    @Override
    public String toString() {
        return "PageLogin[" + user.id() + "]";
    }
}
