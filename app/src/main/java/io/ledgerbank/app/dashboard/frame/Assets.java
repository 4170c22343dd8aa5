package io.ledgerbank.app.dashboard.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.webjars.WebJarVersionLocator;

/** Addresses of the dashboard's own files, which change with what is in them, so that browsers may keep them for good. */
final class Assets {

    static final String PATH = "/dashboard/assets/";

    /** Whose files come as WebJars. */
    static final List<String> LIBRARIES = List.of("htmx.org", "uplot");

    private static final int DIGITS = 12;

    private final WebJarVersionLocator libraries = new WebJarVersionLocator();
    private final String version;

    Assets() {
        this.version = hash(List.of("dashboard.css", "dashboard.js", "charts.js", "list.js", "saga.js", "icon.svg"));
    }

    public String of(String name) {
        return PATH + name + "?v=" + version;
    }

    /** A file of a library, under the version that was built in. */
    public String library(String name, String file) {
        String built = Objects.requireNonNull(libraries.version(name), name);
        return PATH + name + "/" + built + "/" + file;
    }

    private static String hash(List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                digest.update(new ClassPathResource("dashboard/assets/" + name).getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("The dashboard's files are not where they were built", e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
