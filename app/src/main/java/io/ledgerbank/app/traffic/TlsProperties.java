package io.ledgerbank.app.traffic;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * HTTPS of our own.
 *
 * @param directory where {@code tls.crt} (the certificate and what it rests on) and {@code tls.key} are, both PEM
 * @param redirectPort where requests in the clear are sent to HTTPS, 0 for nowhere
 */
@ConfigurationProperties("ledgerbank.tls")
record TlsProperties(String directory, @DefaultValue("8080") int redirectPort) {

    String certificate() {
        return file("tls.crt");
    }

    String privateKey() {
        return file("tls.key");
    }

    private String file(String name) {
        return Path.of(directory).resolve(name).toUri().toString();
    }
}
