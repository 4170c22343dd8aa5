package io.ledgerbank.app.traffic;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows everybody behind it the client instead of the proxy that spoke for it. */
final class ProxyFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyFilter.class);

    private final TrustedProxies proxies;
    private final AtomicBoolean warned = new AtomicBoolean();

    ProxyFilter(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!proxies.speakFor(request) && request.getHeader(TrustedProxies.FORWARDED_FOR) != null) {
            warnOnce(request.getRemoteAddr());
        }
        chain.doFilter(proxies.speakFor(request) ? asTheClientMadeIt(request) : request, response);
    }

    /** Once, as anybody can write the header; an operator who has forgotten a setting needs no more. */
    private void warnOnce(String address) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "{} forwards for others and is not among LEDGERBANK_TRUSTED_PROXIES; if it is a proxy of yours, all its clients"
                            + " share one address, and with it rate limits and waits after failed logins",
                    address);
        }
    }

    private HttpServletRequest asTheClientMadeIt(HttpServletRequest request) {
        return new ProxiedRequest(
                request,
                proxies.clientOf(request),
                TrustedProxies.schemeOf(request).orElseGet(request::getScheme));
    }
}
