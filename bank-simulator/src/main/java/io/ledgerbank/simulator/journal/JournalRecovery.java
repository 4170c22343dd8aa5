package io.ledgerbank.simulator.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a journal back. Damage at the very end is the mark of a crash and was never answered for; damage before an intact
 * record is something else, and the bank does not guess about it.
 */
final class JournalRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRecovery.class);

    private final Path path;
    private final Consumer<JournalRecord> recovered;
    private long lines;
    private long intactBytes;
    private long damagedLine;

    private JournalRecovery(Path path, Consumer<JournalRecord> recovered) {
        this.path = path;
        this.recovered = recovered;
    }

    /** The length in bytes of the intact part. */
    static long read(Path path, Consumer<JournalRecord> recovered) throws IOException {
        JournalRecovery recovery = new JournalRecovery(path, recovered);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            recovery.readAll(in);
        }
        return recovery.intactBytes;
    }

    private void readAll(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                onLine(line.toByteArray());
                line.reset();
            } else {
                line.write(next);
            }
        }
        if (damagedLine > 0 || line.size() > 0) {
            LOG.warn("Dropped the torn end of the journal {} after {} intact lines", path, lines);
        }
    }

    private void onLine(byte[] line) {
        Optional<JournalRecord> intact = JournalLine.decode(line);
        if (intact.isPresent() && damagedLine > 0) {
            throw new JournalUnavailable(
                    "The journal " + path + " is damaged in line " + damagedLine + ", before intact records");
        }
        if (intact.isPresent()) {
            lines++;
            intactBytes += line.length + 1;
            recovered.accept(intact.get());
        } else if (damagedLine == 0) {
            damagedLine = lines + 1;
        }
    }
}
