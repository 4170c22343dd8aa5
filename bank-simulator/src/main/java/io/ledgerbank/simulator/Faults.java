package io.ledgerbank.simulator;

import io.ledgerbank.simulator.journal.PaymentInstruction;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a bank misbehaves at present.
 *
 * @param latency before anything is answered about payments
 * @param creditors what payments to these IBANs meet; goes before everything but an outage
 */
record Faults(Duration latency, Outage outage, Set<Habit> habits, Map<String, Behaviour> creditors, Optional<Mix> mix) {

    Faults {
        habits = Set.copyOf(habits);
        creditors = Map.copyOf(creditors);
    }

    /** As the bank is when nobody has asked for anything. */
    static Faults of(HostedBank bank) {
        return new Faults(Duration.ZERO, Outage.NONE, bank.habits(), Map.of(), Optional.empty());
    }

    Behaviour towards(PaymentInstruction instruction) {
        String iban = instruction.creditor().iban();
        return Optional.ofNullable(creditors.get(iban))
                .or(() -> TestCreditor.provoked(iban))
                .or(() -> mix.flatMap(chance -> chance.towards(instruction)))
                .orElse(Behaviour.Executes.PROMPTLY);
    }

    boolean executesRepeats() {
        return habits.contains(Habit.EXECUTES_REPEATS);
    }

    boolean answersInquiry(long number) {
        return outage == Outage.NONE
                && mix.map(chance -> !chance.failsInquiry(number)).orElse(true);
    }
}
