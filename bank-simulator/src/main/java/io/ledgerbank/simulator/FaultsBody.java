package io.ledgerbank.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The faults of a bank as they are written in JSON; what is left out is as the bank is by itself. */
record FaultsBody(
        @Nullable Integer latencyMs,
        @Nullable String outage,
        @Nullable List<String> habits,
        @Nullable Map<String, @Nullable BehaviourField> creditors,
        @Nullable MixBody mix) {

    private static final int LONGEST_LATENCY_MS = 600_000;
    private static final int MOST_CREDITORS = 1_000;
    private static final int LONGEST_IBAN = 34;

    /** {@link MalformedRequest} naming the first field that is wrong. */
    Faults toFaults(HostedBank bank) {
        return new Faults(
                Duration.ofMillis(Ranged.number("latencyMs", latencyMs == null ? 0 : latencyMs, 0, LONGEST_LATENCY_MS)),
                outage == null ? Outage.NONE : named("outage", outage, Outage.values()),
                habits == null ? bank.habits() : habitsIn(habits),
                creditors == null ? Map.of() : behaviours(creditors),
                Optional.ofNullable(mix).map(MixBody::toMix));
    }

    private static Set<Habit> habitsIn(List<String> names) {
        Set<Habit> habits = EnumSet.noneOf(Habit.class);
        names.forEach(name -> habits.add(named("habits", name, Habit.values())));
        return habits;
    }

    private static Map<String, Behaviour> behaviours(Map<String, @Nullable BehaviourField> fields) {
        if (fields.size() > MOST_CREDITORS) {
            throw new MalformedRequest("creditors has at most " + MOST_CREDITORS + " of them");
        }
        Map<String, Behaviour> behaviours = new TreeMap<>();
        fields.forEach((iban, field) -> {
            if (iban.isBlank() || iban.length() > LONGEST_IBAN || field == null) {
                throw new MalformedRequest("creditors gives each IBAN a behaviour");
            }
            behaviours.put(iban, field.toBehaviour("creditors." + iban));
        });
        return behaviours;
    }

    private static <T extends Enum<T>> T named(String field, @Nullable String name, T[] all) {
        return Arrays.stream(all)
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedRequest(field + " must be one of " + Arrays.toString(all)));
    }

    static FaultsBody of(Faults faults) {
        Map<String, @Nullable BehaviourField> creditors = new TreeMap<>();
        faults.creditors().forEach((iban, behaviour) -> creditors.put(iban, BehaviourField.of(behaviour)));
        return new FaultsBody(
                Math.toIntExact(faults.latency().toMillis()),
                faults.outage().name(),
                faults.habits().stream().map(Enum::name).sorted().toList(),
                creditors,
                faults.mix().map(MixBody::of).orElse(null));
    }
}
