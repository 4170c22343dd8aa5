package io.ledgerbank.query.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A part of a list.
 *
 * @param nextCursor asks for the part after this one; empty at the list's end
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A part of a list that is in memory, sorted by a key of its elements.
     *
     * @throws io.ledgerbank.api.error.RejectedException {@code invalid_cursor}
     */
    public static <T> Page<T> of(List<T> sorted, Function<? super T, String> key, String list, Paging paging) {
        String after = paging.cursor()
                .map(text -> Cursor.decoded(text, list, 1).key().getFirst())
                .orElse("");
        List<T> rest = sorted.stream()
                .filter(item -> key.apply(item).compareTo(after) > 0)
                .toList();
        if (rest.size() <= paging.limit()) {
            return new Page<>(rest, Optional.empty());
        }
        List<T> shown = rest.subList(0, paging.limit());
        Cursor next = new Cursor(list, List.of(key.apply(shown.getLast())));
        return new Page<>(shown, Optional.of(next.encoded()));
    }

    /**
     * A part of a list that was read in the order of a number.
     *
     * @param read those behind the cursor, one more than the limit if there are as many
     */
    public static <T> Page<T> ofNumbered(List<T> read, ToLongFunction<? super T> number, String list, Paging paging) {
        if (read.size() <= paging.limit()) {
            return new Page<>(read, Optional.empty());
        }
        List<T> shown = read.subList(0, paging.limit());
        Cursor next = new Cursor(list, List.of(Long.toString(number.applyAsLong(shown.getLast()))));
        return new Page<>(shown, Optional.of(next.encoded()));
    }

    public <U> Page<U> map(Function<? super T, ? extends U> toOther) {
        return new Page<>(items.stream().<U>map(toOther).toList(), nextCursor);
    }
}
