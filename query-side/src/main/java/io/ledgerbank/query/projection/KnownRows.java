package io.ledgerbank.query.projection;

import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads with one statement those rows of a batch that are there already. */
public final class KnownRows {

    private KnownRows() {}

    /**
     * The rows by their ids; those that are not there are left out.
     *
     * @param find selects, besides others, {@code id}; its one parameter is the array of ids
     */
    public static <S> Map<UUID, S> find(JdbcClient jdbc, String find, List<UUID> ids, RowMapper<S> reading) {
        return jdbc
                .sql(find)
                .param(new SqlArrayValue("uuid", ids.toArray()))
                .query((row, number) -> new SimpleEntry<>(row.getObject("id", UUID.class), reading.mapRow(row, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::getKey, Entry::getValue));
    }
}
