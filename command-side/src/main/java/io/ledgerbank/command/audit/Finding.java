package io.ledgerbank.command.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;

/**
 * Where the log is broken first.
 *
 * @param position the first that nothing vouches for; all before it are what they were
 * @param checkpoint the position of the checkpoint that disagrees, when it is a checkpoint that does
 */
@JsonPropertyOrder({"position", "damage", "description", "checkpoint"})
public record Finding(long position, Damage damage, Optional<Long> checkpoint) {

    static Finding at(long position, Damage damage) {
        return new Finding(position, damage, Optional.empty());
    }

    static Finding at(long position, Damage damage, long checkpoint) {
        return new Finding(position, damage, Optional.of(checkpoint));
    }

    /** In words. */
    @JsonProperty("description")
    public String description() {
        return damage.description();
    }

    @Override
    public String toString() {
        return "%s at position %d%s"
                .formatted(
                        damage,
                        position,
                        checkpoint.map(at -> " by the checkpoint at " + at).orElse(""));
    }
}
