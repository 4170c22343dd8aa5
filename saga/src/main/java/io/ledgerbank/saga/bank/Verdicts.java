package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Turns a bank's words into an outcome; words that cannot be relied on leave it unknown. */
final class Verdicts {

    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,62}[\\x21-\\x7E])?");
    private static final Period PLAUSIBLE = Period.ofYears(1);
    private static final Outcome UNUSABLE = new Outcome.Unknown(Reason.BANK_API_ERROR);

    private final IsoReasons isoReasons;
    private final Clock clock;

    /** What an answer has to be about. */
    record Ordered(String instructionId, Money amount) {

        static Ordered by(BankInstruction instruction) {
            return new Ordered(instruction.instructionId().toString(), instruction.amount());
        }

        static Ordered by(BankInquiry inquiry) {
            return new Ordered(inquiry.instructionId().toString(), inquiry.amount());
        }
    }

    Verdicts(IsoReasons isoReasons, Clock clock) {
        this.isoReasons = isoReasons;
        this.clock = clock;
    }

    /** An answer about another sum than was ordered is worth nothing. */
    Outcome on(Ordered ordered, BankCode bank, BankReply reply) {
        return reply.contradicts(ordered.amount()) ? UNUSABLE : on(ordered.instructionId(), bank, reply);
    }

    Outcome on(String instructionId, BankCode bank, BankReply reply) {
        if (!instructionId.equals(reply.instructionId()) || reply.status() == null) {
            return UNUSABLE;
        }
        return switch (reply.status()) {
            case "EXECUTED" -> executed(reply).orElse(UNUSABLE);
            case "RETURNED" -> returned(bank, reply).orElse(UNUSABLE);
            case "REJECTED" -> rejected(bank, reply);
            default -> UNUSABLE;
        };
    }

    private Optional<Outcome> executed(BankReply reply) {
        return booked(reply, Outcome.Executed::new);
    }

    private Optional<Outcome> returned(BankCode bank, BankReply reply) {
        return booked(reply, (reference, day) -> new Outcome.Returned(reasonIn(bank, reply), reference, day));
    }

    private Optional<Outcome> booked(BankReply reply, BiFunction<String, LocalDate, Outcome> outcome) {
        String reference = reply.bankReference();
        LocalDate valueDate = reply.valueDate();
        if (reference == null
                || valueDate == null
                || !REFERENCE.matcher(reference).matches()) {
            return Optional.empty();
        }
        return isPlausible(valueDate) ? Optional.of(outcome.apply(reference, valueDate)) : Optional.empty();
    }

    private Outcome rejected(BankCode bank, BankReply reply) {
        return new Outcome.NotExecuted(
                reasonIn(bank, reply),
                Optional.empty(),
                Optional.ofNullable(reply.isoReason())
                        .filter(code -> !code.isBlank())
                        .map(IsoReasons::printable));
    }

    private Reason reasonIn(BankCode bank, BankReply reply) {
        return isoReasons.reasonOf(bank, reply.isoReason() == null ? "" : reply.isoReason());
    }

    private boolean isPlausible(LocalDate valueDate) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return valueDate.isAfter(today.minus(PLAUSIBLE)) && valueDate.isBefore(today.plus(PLAUSIBLE));
    }
}
