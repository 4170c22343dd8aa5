package io.ledgerbank.command.model;

import io.ledgerbank.command.model.Comparison.Difference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out of a story whatever a difference does not need. */
final class Shrinking {

    private final Comparison comparison;

    Shrinking(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The shortest one found in which there is still some difference. */
    Story shortest(Story story, Difference difference) {
        Story shortest = story.with(story.moves().subList(0, difference.moves()));
        int size = shortest.moves().size() / 2;
        while (size > 0) {
            Story shorter = without(shortest, size);
            if (shorter.moves().size() == shortest.moves().size()) {
                size /= 2;
            }
            shortest = shorter;
        }
        return waitingOnce(shortest);
    }

    /** Two waits in a row are as good as one that is as long as both. */
    private Story waitingOnce(Story story) {
        Story shortest = story;
        int at = 0;
        while (at + 1 < shortest.moves().size()) {
            Optional<Story> shorter = waitingOnceAt(at, shortest);
            if (shorter.isEmpty()) {
                at++;
            }
            shortest = shorter.orElse(shortest);
        }
        return shortest;
    }

    private Optional<Story> waitingOnceAt(int at, Story story) {
        if (!(story.moves().get(at) instanceof Move.Wait(Duration first))
                || !(story.moves().get(at + 1) instanceof Move.Wait(Duration second))) {
            return Optional.empty();
        }
        List<Move> moves = new ArrayList<>(story.moves());
        moves.remove(at + 1);
        moves.set(at, new Move.Wait(first.plus(second)));
        Story shorter = story.with(moves);
        return comparison.of(shorter).map(difference -> shorter.with(moves.subList(0, difference.moves())));
    }

    private Story without(Story story, int size) {
        Story shortest = story;
        int from = 0;
        while (from + size <= shortest.moves().size()) {
            Story shorter = shortest.without(from, from + size);
            Optional<Difference> difference = comparison.of(shorter);
            if (difference.isPresent()) {
                shortest =
                        shorter.with(shorter.moves().subList(0, difference.get().moves()));
            } else {
                from += size;
            }
        }
        return shortest;
    }
}
