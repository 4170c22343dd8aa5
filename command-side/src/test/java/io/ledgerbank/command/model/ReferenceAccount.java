package io.ledgerbank.command.model;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account of the reference bank: lists that only grow and shrink, and sums over them. In minor units. */
final class ReferenceAccount {

    /** What an order is the same as another by. */
    record Order(Optional<Iban> creditor, long amount, String purpose) {}

    /** A debit or hold that the limits count. */
    record Counted(PaymentId payment, LocalDate day, long amount) {}

    /** An order that was carried out or is on its way. */
    record Given(PaymentId payment, Order order, Instant at) {}

    final OpenAccount opening;
    final Iban iban;
    final List<Counted> counted = new ArrayList<>();
    final List<Given> given = new ArrayList<>();
    final Map<PaymentId, Long> holds = new HashMap<>();
    String name;
    AccountStatus status = AccountStatus.ACTIVE;
    long singleLimit;
    long dailyLimit;
    long monthlyLimit;
    long overdraftLimit;
    long posted;

    ReferenceAccount(OpenAccount opening, Iban iban) {
        this.opening = opening;
        this.iban = iban;
        this.name = opening.name();
        this.singleLimit = usualSingleLimit();
        this.dailyLimit = usualDailyLimit();
        this.monthlyLimit = usualMonthlyLimit();
    }

    UserId owner() {
        return opening.caller().userId();
    }

    long wholeUnits(long number) {
        long minorUnits = number;
        for (int digit = 0; digit < opening.currency().getDefaultFractionDigits(); digit++) {
            minorUnits *= 10;
        }
        return minorUnits;
    }

    List<Long> allowed() {
        return List.of(singleLimit, dailyLimit, monthlyLimit, overdraftLimit);
    }

    long usualSingleLimit() {
        return wholeUnits(10_000);
    }

    long usualDailyLimit() {
        return switch (opening.type()) {
            case CHECKING -> wholeUnits(1_000);
            case SAVINGS -> wholeUnits(500);
            case CREDIT -> wholeUnits(2_000);
            case INVESTMENT -> wholeUnits(5_000);
        };
    }

    long usualMonthlyLimit() {
        return 20 * usualDailyLimit();
    }

    long held() {
        return holds.values().stream().mapToLong(Long::longValue).sum();
    }

    long available() {
        return posted - held() + overdraftLimit;
    }

    long spentOn(LocalDate day) {
        return counted.stream()
                .filter(debit -> debit.day().equals(day))
                .mapToLong(Counted::amount)
                .sum();
    }

    long spentIn(YearMonth month) {
        return counted.stream()
                .filter(debit -> YearMonth.from(debit.day()).equals(month))
                .mapToLong(Counted::amount)
                .sum();
    }

    boolean wasGiven(Order order, Instant after) {
        return given.stream()
                .anyMatch(
                        earlier -> earlier.order().equals(order) && earlier.at().isAfter(after));
    }

    void count(PaymentId payment, LocalDate day, Order order, Instant at) {
        counted.add(new Counted(payment, day, order.amount()));
        given.add(new Given(payment, order, at));
    }

    void release(PaymentId payment) {
        holds.remove(payment);
        counted.removeIf(debit -> debit.payment().equals(payment));
        given.removeIf(order -> order.payment().equals(payment));
    }

    BankState.AccountState state(LocalDate today) {
        return new BankState.AccountState(
                name,
                status,
                posted,
                held(),
                available(),
                singleLimit,
                dailyLimit,
                monthlyLimit,
                overdraftLimit,
                spentOn(today),
                spentIn(YearMonth.from(today)));
    }

    void requireOpen() {
        if (status == AccountStatus.CLOSED) {
            throw new RejectedException(Reason.ACCOUNT_INACTIVE, "closed");
        }
    }
}
