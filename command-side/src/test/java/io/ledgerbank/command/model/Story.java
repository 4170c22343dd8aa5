package io.ledgerbank.command.model;

import io.ledgerbank.command.account.AccountWiring;
import io.ledgerbank.command.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What happens to a bank from its first day on.
 *
 * @param zone in whose days it books
 * @param seed from which the whole story follows
 */
record Story(long seed, ZoneId zone, Instant begin, List<Move> moves) {

    private static final int MOVES = 70;

    /** Ahead of, behind and at the time of everything else, with and without summer time. */
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("UTC"), ZoneId.of("Pacific/Auckland"), ZoneId.of("America/New_York"));

    Story {
        moves = List.copyOf(moves);
    }

    static Story of(long seed) {
        Dice dice = new Dice(seed);
        ZoneId zone = dice.of(ZONES);
        Instant begin = People.NOW.plus(Duration.ofMinutes(dice.below(525_600)));
        ReferenceBank reference = reference(zone, begin);
        RandomMoves random = new RandomMoves(dice, reference.books);
        List<Move> moves = new ArrayList<>();
        while (moves.size() < MOVES) {
            for (Move move : random.next()) {
                if (reference.canHappen(move)) {
                    reference.answer(move);
                    moves.add(move);
                }
            }
        }
        return new Story(seed, zone, begin, moves);
    }

    ReferenceBank reference() {
        return reference(zone, begin);
    }

    RealBank realBank() {
        return new RealBank(zone, begin);
    }

    Story with(List<Move> others) {
        return new Story(seed, zone, begin, others);
    }

    Story without(int from, int to) {
        List<Move> rest = new ArrayList<>(moves);
        rest.subList(from, to).clear();
        return with(rest);
    }

    private static ReferenceBank reference(ZoneId zone, Instant begin) {
        return new ReferenceBank(zone, begin, AccountWiring::ibanOf);
    }

    @Override
    public String toString() {
        return "Seed %d, booking in %s from %s on:%n%s"
                .formatted(
                        seed,
                        zone,
                        begin,
                        moves.stream().map(move -> "  " + move).collect(Collectors.joining(System.lineSeparator())));
    }
}
