package io.ledgerbank.query.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request for a part of a list, newest first. It continues after the last row's key and never counts rows, so no row
 * is missed or repeated when others are added meanwhile, and the last part costs no more than the first. For one thread.
 *
 * <p>Conditions are SQL written here in the house; what a client sent goes into parameters only.
 */
public final class Listing<R extends Listed> {

    private final Class<R> rowType;
    private final String table;
    private final Optional<SortColumn> sort;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private List<String> alternatives = List.of();

    private Listing(Class<R> rowType, String table, Optional<SortColumn> sort) {
        this.rowType = rowType;
        this.table = table;
        this.sort = sort;
    }

    /** A list sorted by a column and then by position. */
    public static <R extends Listed> Listing<R> of(Class<R> rowType, String table, SortColumn column) {
        return new Listing<>(rowType, table, Optional.of(column));
    }

    /** A list sorted by position alone. */
    public static <R extends Listed> Listing<R> ofLog(Class<R> rowType, String table) {
        return new Listing<>(rowType, table, Optional.empty());
    }

    public Listing<R> where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
        return this;
    }

    /** A further value that conditions name, if there is one. */
    public Listing<R> given(String parameter, Optional<?> value) {
        value.ifPresent(present -> parameters.put(parameter, present));
        return this;
    }

    /** Adds the condition if there is a value to compare with. */
    public Listing<R> whereGiven(String condition, String parameter, Optional<?> value) {
        value.ifPresent(present -> where(condition, parameter, present));
        return this;
    }

    /** Rows that meet one of two conditions which exclude each other; each is looked up by an index of its own. */
    public Listing<R> whereEither(String one, String other, String parameter, Optional<?> value) {
        value.ifPresent(present -> {
            alternatives = List.of(one, other);
            parameters.put(parameter, present);
        });
        return this;
    }

    /** @throws io.ledgerbank.api.error.RejectedException {@code invalid_cursor} */
    public Page<R> page(EntityManager entities, Paging paging) {
        paging.cursor().ifPresent(this::continueAfter);
        Query query = entities.createNativeQuery(sql(paging.limit() + 1), rowType);
        parameters.forEach(query::setParameter);
        List<R> rows = rows(query);
        if (rows.size() <= paging.limit()) {
            return new Page<>(rows, Optional.empty());
        }
        List<R> shown = rows.subList(0, paging.limit());
        return new Page<>(shown, Optional.of(cursorAt(shown.getLast()).encoded()));
    }

    private void continueAfter(String text) {
        Cursor cursor = Cursor.decoded(text, name(), sort.isPresent() ? 2 : 1);
        sort.ifPresentOrElse(
                column -> where(
                        "(" + column.name() + ", position) < (:afterKey, :afterPosition)",
                        "afterKey",
                        column.read(cursor.key().getFirst())),
                () -> conditions.add("position < :afterPosition"));
        parameters.put("afterPosition", positionOf(cursor));
    }

    private static long positionOf(Cursor cursor) {
        try {
            return Long.parseLong(cursor.key().getLast());
        } catch (NumberFormatException malformed) {
            throw Cursor.invalid();
        }
    }

    /** Clients see it in cursors, and our schemas are none of their business. */
    private String name() {
        return table.substring(table.indexOf('.') + 1);
    }

    private Cursor cursorAt(R row) {
        List<String> key = new ArrayList<>();
        sort.ifPresent(column -> key.add(row.sortKey().toString()));
        key.add(Long.toString(row.position()));
        return new Cursor(name(), key);
    }

    private String sql(int limit) {
        if (alternatives.isEmpty()) {
            return select(conditions, limit);
        }
        String union = alternatives.stream()
                .map(alternative -> {
                    List<String> all = new ArrayList<>(conditions);
                    all.add(alternative);
                    return "(" + select(all, limit) + ")";
                })
                .collect(Collectors.joining(" UNION ALL "));
        return "SELECT * FROM (" + union + ") AS matching" + orderAndLimit(limit);
    }

    private String select(List<String> all, int limit) {
        String where = all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
        return "SELECT * FROM " + table + where + orderAndLimit(limit);
    }

    private String orderAndLimit(int limit) {
        String columns = sort.map(column -> column.name() + " DESC, ").orElse("");
        return " ORDER BY " + columns + "position DESC LIMIT " + limit;
    }

    @SuppressWarnings("unchecked")
    private static <R> List<R> rows(Query query) {
        return (List<R>) query.getResultList();
    }
}
