package io.ledgerbank.app.traffic;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Believes what configured proxies say of those whom they speak for, and nobody else. */
final class TrustedProxies {

    static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private final List<Network> proxies;

    TrustedProxies(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    boolean speakFor(HttpServletRequest request) {
        return isProxy(request.getRemoteAddr());
    }

    /** The last address that no proxy of ours has: whatever stands before it, its owner may have written. */
    String clientOf(HttpServletRequest request) {
        String client = request.getRemoteAddr();
        for (String hop : lastFirst(request)) {
            if (!isProxy(client) || Network.address(hop).isEmpty()) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    /** How the client reached the first of our proxies, if it says so. */
    static Optional<String> schemeOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(FORWARDED_PROTO))
                .map(scheme -> scheme.strip().toLowerCase(Locale.ROOT))
                .filter(scheme -> scheme.equals("http") || scheme.equals("https"));
    }

    private static List<String> lastFirst(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders(FORWARDED_FOR))) {
            for (String hop : line.split(",", -1)) {
                hops.addFirst(hop.strip());
            }
        }
        return hops;
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }
}
