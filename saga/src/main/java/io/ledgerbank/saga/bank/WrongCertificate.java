package io.ledgerbank.saga.bank;

import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells our own refusal of a server's certificate from other trouble with TLS. We refuse before we send a byte of the
 * request; any other alert may come after it.
 */
final class WrongCertificate {

    private static final Logger LOG = LoggerFactory.getLogger(WrongCertificate.class);
    private static final int DEEPEST = 16;

    private WrongCertificate() {}

    static boolean caused(SSLException failure) {
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CertificateException) {
                LOG.error("A bank's certificate is not to be trusted: {}", cause.getMessage());
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
