package io.ledgerbank.app.dashboard.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends who was not let in back to the form, which says why. */
final class LoginRefusals implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(AccessPaths.LOGIN + "?refused=" + word(why));
    }

    private static String word(AuthenticationException why) {
        return switch (why) {
            case BadCredentialsException wrong -> "credentials";
            case DisabledException suspended -> "suspended";
            default -> "busy";
        };
    }
}
