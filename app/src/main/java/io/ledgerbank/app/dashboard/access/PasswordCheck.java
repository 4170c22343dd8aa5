package io.ledgerbank.app.dashboard.access;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.user.PageLogin;
import io.ledgerbank.command.user.PageLogins;
import java.time.Clock;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Has passwords checked by the door that the API uses. */
final class PasswordCheck implements AuthenticationManager {

    private final PageLogins logins;
    private final Clock clock;

    PasswordCheck(PageLogins logins, Clock clock) {
        this.logins = logins;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        try {
            PageLogin login = logins.login(given.getName(), String.valueOf(given.getCredentials()), addressOf(given));
            return new OperatorAuthentication(login, login.user(), clock.instant());
        } catch (RejectedException refused) {
            throw refusal(refused);
        }
    }

    private static String addressOf(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private static AuthenticationException refusal(RejectedException refused) {
        String why = refused.rejection().detail();
        if (refused.reason() == Reason.INVALID_CREDENTIALS) {
            return new BadCredentialsException(why, refused);
        }
        return refused.reason() == Reason.ACCOUNT_SUSPENDED
                ? new DisabledException(why, refused)
                : new InternalAuthenticationServiceException(why, refused);
    }
}
