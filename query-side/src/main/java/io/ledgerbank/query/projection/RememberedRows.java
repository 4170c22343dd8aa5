package io.ledgerbank.query.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows that were written last, so that the next batch need not read them. What is remembered holds as long as nobody
 * else writes the rows and nothing that was written is taken back. For one thread.
 *
 * @param <S> what is folded of a row
 */
public final class RememberedRows<S> {

    private final int most;
    private final Map<UUID, S> rows = new LinkedHashMap<>(16, 0.75f, true);

    public RememberedRows(int most) {
        this.most = most;
    }

    /**
     * The rows by their ids; those that are not there are left out.
     *
     * @param read is asked, at most once, for those that are not remembered
     */
    public Map<UUID, S> find(List<UUID> ids, Function<List<UUID>, Map<UUID, S>> read) {
        Map<UUID, S> found = new HashMap<>();
        List<UUID> others = new ArrayList<>();
        for (UUID id : ids) {
            S row = rows.get(id);
            if (row == null) {
                others.add(id);
            } else {
                found.put(id, row);
            }
        }
        if (!others.isEmpty()) {
            found.putAll(read.apply(others));
        }
        return found;
    }

    /** Beyond the bound, those that were of no use for longest are dropped. */
    public void remember(Map<UUID, S> written) {
        rows.putAll(written);
        var oldest = rows.keySet().iterator();
        for (int tooMany = rows.size() - most; tooMany > 0; tooMany--) {
            oldest.next();
            oldest.remove();
        }
    }

    public void forget() {
        rows.clear();
    }
}
