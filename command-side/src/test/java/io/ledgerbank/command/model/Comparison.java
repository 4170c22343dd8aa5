package io.ledgerbank.command.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Tells a story to a bank and to the reference, and looks for the first thing on which they differ. */
final class Comparison {

    /**
     * Where they part.
     *
     * @param moves how many moves it took
     */
    record Difference(int moves, String what) {}

    private static final List<Move.From> WAYS_TO_READ =
            List.of(Move.From.SNAPSHOTS, Move.From.ZERO, Move.From.FIRST_REVISIONS);

    private final Function<Story, ? extends Bank> banks;
    private final Tally tally;

    Comparison(Function<Story, ? extends Bank> banks, Tally tally) {
        this.banks = banks;
        this.tally = tally;
    }

    Optional<Difference> of(Story story) {
        ReferenceBank reference = story.reference();
        Bank bank = banks.apply(story);
        int count = 0;
        for (Move move : story.moves()) {
            count++;
            Optional<String> difference = reference.canHappen(move) ? after(move, reference, bank) : Optional.empty();
            if (difference.isPresent()) {
                return Optional.of(new Difference(count, "After %s%n%s".formatted(move, difference.get())));
            }
        }
        tally.count(reference.state());
        return afterReading(reference, bank)
                .map(what -> new Difference(story.moves().size(), what));
    }

    private Optional<String> after(Move move, ReferenceBank reference, Bank bank) {
        Answer expected = reference.answer(move);
        try {
            Answer actual = bank.answer(move);
            if (!actual.equals(expected)) {
                return Optional.of("%s is expected, but the bank says %s".formatted(expected, actual));
            }
            tally.count(expected);
            return actual instanceof Answer.Refused || move instanceof Move.Wait
                    ? Optional.empty()
                    : between(reference.state(), bank.state());
        } catch (RuntimeException accident) {
            return Optional.of("%s is expected, but the bank fails with %s".formatted(expected, accident));
        }
    }

    private Optional<String> afterReading(ReferenceBank reference, Bank bank) {
        return WAYS_TO_READ.stream()
                .flatMap(
                        from -> after(new Move.Restart(from), reference, bank)
                                .map(what -> "Read from %s%n%s".formatted(from, what))
                                .stream())
                .findFirst();
    }

    private static Optional<String> between(BankState expected, BankState actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        compare(expected.accounts(), actual.accounts(), lines);
        compare(expected.payments(), actual.payments(), lines);
        compare(expected.internals(), actual.internals(), lines);
        return Optional.of(String.join(System.lineSeparator(), lines));
    }

    private static void compare(Map<String, ?> expected, Map<String, ?> actual, List<String> lines) {
        Map<String, Object> all = new TreeMap<>(expected);
        all.putAll(actual);
        all.keySet().stream()
                .filter(id -> !Optional.ofNullable(expected.get(id)).equals(Optional.ofNullable(actual.get(id))))
                .forEach(id -> lines.add("  %s%n    is expected to be %s%n    but is %s"
                        .formatted(id, expected.get(id), actual.get(id))));
    }
}
