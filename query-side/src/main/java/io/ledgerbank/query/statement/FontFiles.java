package io.ledgerbank.query.statement;

import io.ledgerbank.query.statement.PdfFonts.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The fonts that statements are set in: DejaVu Sans, which has most alphabets, and after it those that the bank adds for what
 * it has not. Immutable.
 */
final class FontFiles {

    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";

    private final byte[] regular = bundled("DejaVuSans.ttf");
    private final byte[] bold = bundled("DejaVuSans-Bold.ttf");
    private final List<byte[]> further;

    /** @param further TrueType fonts, asked in this order for letters that those before do not have */
    FontFiles(List<Path> further) {
        this.further = further.stream().map(FontFiles::read).toList();
    }

    /** In the order in which they are asked for a letter. */
    List<byte[]> of(Weight weight) {
        List<byte[]> own = weight == Weight.BOLD ? List.of(bold, regular) : List.of(regular);
        return Stream.concat(own.stream(), further.stream()).toList();
    }

    private static byte[] bundled(String name) {
        try (InputStream file = FontFiles.class.getResourceAsStream(DEJAVU + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file + " cannot be read", e);
        }
    }
}
