package io.ledgerbank.command.audit;

import io.ledgerbank.command.eventlog.EventHash;
import io.ledgerbank.command.eventlog.Head;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hashes as the log has them, right or wrong and of whatever length. Thread-safe. */
final class StoredHashes {

    /**
     * An event's place.
     *
     * @param hash in hexadecimal
     */
    record Stored(long position, String hash) {

        static final Stored NONE = new Stored(Head.START.position(), EventHash.NONE.toString());
    }

    private static final String COLUMNS = "SELECT position, coalesce(hash, '') AS hash FROM eventlog.event ";
    private static final String HEAD = COLUMNS + "ORDER BY position DESC LIMIT 1";
    private static final String AT = COLUMNS + "WHERE position = ?";
    private static final String BETWEEN = COLUMNS + "WHERE position > ? AND position <= ? ORDER BY position LIMIT ?";
    private static final int PART = 10_000;

    private final JdbcClient jdbc;

    StoredHashes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Stored head() {
        return jdbc.sql(HEAD)
                .query((row, number) -> stored(row.getLong("position"), row.getBytes("hash")))
                .optional()
                .orElse(Stored.NONE);
    }

    Optional<Stored> at(long position) {
        return jdbc.sql(AT)
                .param(position)
                .query((row, number) -> stored(row.getLong("position"), row.getBytes("hash")))
                .optional();
    }

    /** Behind one position and up to another, read part by part. */
    MerkleTree tree(long behind, long upTo) {
        MerkleTree tree = new MerkleTree();
        long last = behind;
        List<Long> part;
        do {
            part = jdbc.sql(BETWEEN)
                    .params(last, upTo, PART)
                    .query((row, number) -> {
                        tree.add(row.getBytes("hash"));
                        return row.getLong("position");
                    })
                    .list();
            last = part.isEmpty() ? last : part.getLast();
        } while (part.size() == PART);
        return tree;
    }

    private static Stored stored(long position, byte[] hash) {
        return new Stored(position, HexFormat.of().formatHex(hash));
    }
}
