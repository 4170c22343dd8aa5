package io.ledgerbank.command.model;

import io.ledgerbank.command.model.Comparison.Difference;
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
        return shortest;
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
