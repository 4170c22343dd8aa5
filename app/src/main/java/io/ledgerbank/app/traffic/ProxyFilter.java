package io.ledgerbank.app.traffic;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows everybody behind it the client instead of the proxy that spoke for it. */
final class ProxyFilter extends OncePerRequestFilter {

    private final TrustedProxies proxies;

    ProxyFilter(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(proxies.speakFor(request) ? asTheClientMadeIt(request) : request, response);
    }

    private HttpServletRequest asTheClientMadeIt(HttpServletRequest request) {
        return new ProxiedRequest(
                request,
                proxies.clientOf(request),
                TrustedProxies.schemeOf(request).orElseGet(request::getScheme));
    }
}
