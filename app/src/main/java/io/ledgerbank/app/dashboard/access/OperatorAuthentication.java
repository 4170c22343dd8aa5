package io.ledgerbank.app.dashboard.access;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.user.PageLogin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody who has logged in to the dashboard. */
final class OperatorAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Operator operator;
    private final transient PageLogin login;
    private final Instant since;

    OperatorAuthentication(PageLogin login, UserDetails user, Instant since) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + user.role().name()));
        this.operator = new Operator(new Caller(user.id(), user.role()), user.fullName(), user.email());
        this.login = login;
        this.since = since;
        setAuthenticated(true);
    }

    /** The same login of the user as they are by now. */
    OperatorAuthentication as(UserDetails user) {
        return new OperatorAuthentication(login, user, since);
    }

    @Override
    public Operator getPrincipal() {
        return operator;
    }

    PageLogin login() {
        return login;
    }

    Instant since() {
        return since;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperatorAuthentication same && login == same.login && operator.equals(same.operator);
    }

    @Override
    public int hashCode() {
        return operator.hashCode();
    }
}
