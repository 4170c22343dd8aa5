package io.ledgerbank.simulator.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One record as one JSON line {@code {"crc32c":"…","record":{…}}}, where the checksum covers the record's bytes exactly as
 * written. Stateless and thread-safe.
 */
final class JournalLine {

    private static final byte[] HEAD = "{\"crc32c\":\"".getBytes(US_ASCII);
    private static final byte[] MIDDLE = "\",\"record\":".getBytes(US_ASCII);
    private static final int CHECKSUM_LENGTH = 8;
    private static final int RECORD_START = HEAD.length + CHECKSUM_LENGTH + MIDDLE.length;
    private static final HexFormat HEX = HexFormat.of();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private JournalLine() {}

    /** The line with its line feed. */
    static byte[] encode(JournalRecord journalRecord) {
        byte[] json = JSON.writerFor(JournalRecord.class).writeValueAsBytes(journalRecord);
        byte[] line = new byte[RECORD_START + json.length + 2];
        System.arraycopy(HEAD, 0, line, 0, HEAD.length);
        System.arraycopy(checksum(json, 0, json.length), 0, line, HEAD.length, CHECKSUM_LENGTH);
        System.arraycopy(MIDDLE, 0, line, HEAD.length + CHECKSUM_LENGTH, MIDDLE.length);
        System.arraycopy(json, 0, line, RECORD_START, json.length);
        line[line.length - 2] = '}';
        line[line.length - 1] = '\n';
        return line;
    }

    /** The record of a line without its line feed; empty when the line is not intact. */
    static Optional<JournalRecord> decode(byte[] line) {
        int recordEnd = line.length - 1;
        if (recordEnd <= RECORD_START || line[recordEnd] != '}') {
            return Optional.empty();
        }
        byte[] written = Arrays.copyOfRange(line, HEAD.length, HEAD.length + CHECKSUM_LENGTH);
        if (!Arrays.equals(written, checksum(line, RECORD_START, recordEnd - RECORD_START))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(line, RECORD_START, recordEnd - RECORD_START, JournalRecord.class));
        } catch (JacksonException unreadable) {
            throw new JournalUnavailable(
                    "The journal holds an intact record that this version cannot read", unreadable);
        }
    }

    private static byte[] checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return HEX.toHexDigits((int) crc.getValue()).getBytes(US_ASCII);
    }
}
