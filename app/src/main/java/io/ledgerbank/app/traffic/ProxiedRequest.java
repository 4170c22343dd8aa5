package io.ledgerbank.app.traffic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as its client made it, whom a proxy spoke for. */
final class ProxiedRequest extends HttpServletRequestWrapper {

    private static final int HTTPS_PORT = 443;

    private final String client;
    private final String scheme;

    ProxiedRequest(HttpServletRequest request, String client, String scheme) {
        super(request);
        this.client = client;
        this.scheme = scheme;
    }

    @Override
    public String getRemoteAddr() {
        return client;
    }

    @Override
    public String getRemoteHost() {
        return client;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public boolean isSecure() {
        return scheme.equals("https");
    }

    @Override
    public int getServerPort() {
        return isSecure() ? HTTPS_PORT : super.getServerPort();
    }
}
