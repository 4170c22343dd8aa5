package io.ledgerbank.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A folder with a certificate for localhost that nobody has but this test, a client that believes it, and a free port. */
public record OwnHttps(Path directory, KeyStore believed, int plainPort) {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ALIAS = "localhost";

    /** By the JDK's own tool. */
    public static OwnHttps create() {
        try {
            Path directory = Files.createTempDirectory("https");
            KeyStore made = make(directory.resolve("made.p12"));
            write(
                    directory.resolve("tls.crt"),
                    "CERTIFICATE",
                    made.getCertificate(ALIAS).getEncoded());
            Key key = made.getKey(ALIAS, PASSWORD);
            write(directory.resolve("tls.key"), "PRIVATE KEY", key.getEncoded());
            KeyStore believed = KeyStore.getInstance("PKCS12");
            believed.load(null, PASSWORD);
            believed.setCertificateEntry(ALIAS, made.getCertificate(ALIAS));
            return new OwnHttps(directory, believed, freePort());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Believes this certificate and no other. */
    public HttpClient client() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static KeyStore make(Path file) throws GeneralSecurityException, IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(output);
        }
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private static void write(Path file, String what, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, body, what));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
