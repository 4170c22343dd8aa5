package io.ledgerbank.app.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What browsers are told about every answer; Spring's defaults (nosniff, no-store, HSTS over TLS) stay as they are. */
final class SafeHeaders {

    private static final RequestMatcher DOCS =
            PathPatternRequestMatcher.withDefaults().matcher("/api/docs/**");

    private static final String NOTHING_OF_THE_DEVICE =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI brings its own scripts and styles. */
    private static final String SWAGGER_UI = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private SafeHeaders() {}

    static void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(NOTHING_OF_THE_DEVICE))
                .addHeaderWriter(policy(DOCS, SWAGGER_UI))
                .addHeaderWriter(policy(new NegatedRequestMatcher(DOCS), NOTHING));
    }

    private static HeaderWriter policy(RequestMatcher where, String directives) {
        return new DelegatingRequestMatcherHeaderWriter(where, new ContentSecurityPolicyHeaderWriter(directives));
    }
}
