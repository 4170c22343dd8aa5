package io.ledgerbank.app.demo;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.simulator.HostedBank;
import io.ledgerbank.simulator.TestCreditor;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.iban4j.CountryCode;

/** Makes up orders such as people give, one in eight of which meets some trouble at its bank. For one thread. */
final class MadeUpPayments {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final int CRITICAL_PERCENT = 4;
    private static final int ALL = 100;

    /** Whoever is paid, and for what. */
    private record Occasion(String creditor, String remittance, int leastPence, int mostPence) {}

    private static final List<Occasion> OCCASIONS = List.of(
            new Occasion("Northgate Water", "Water bill, account 4471", 1850, 6400),
            new Occasion("Harbour Lettings", "Rent flat 12b", 48_000, 92_000),
            new Occasion("Brightwell Dental", "Invoice 2217", 4500, 18_000),
            new Occasion("Fern & Co Accountants", "Annual accounts", 22_000, 61_000),
            new Occasion("Maple Street Nursery", "Fees for this month", 31_000, 74_000),
            new Occasion("J. Okafor", "Thanks for the tickets", 900, 5200),
            new Occasion("Priya Nair", "Dinner on Friday", 1200, 4800),
            new Occasion("Rowan Cycles", "Order 88134", 2500, 38_000),
            new Occasion("City Parking", "Permit renewal", 6000, 14_500),
            new Occasion("Elm Park Tennis Club", "Membership", 2000, 9900));

    /** What goes wrong, and in how many of a hundred payments. */
    private record Trouble(TestCreditor creditor, HostedBank bank, int percent) {}

    private static final List<Trouble> TROUBLES = List.of(
            new Trouble(TestCreditor.DOWN_TWICE, HostedBank.SIMBANK, 4),
            new Trouble(TestCreditor.LOSES_REPLY, HostedBank.SIMBANK, 2),
            new Trouble(TestCreditor.REPLIES_LATE, HostedBank.SIMBANK, 1),
            new Trouble(TestCreditor.REJECTS_AC04, HostedBank.SIMBANK, 1),
            new Trouble(TestCreditor.REJECTS_AC03, HostedBank.SIMBANK, 1),
            new Trouble(TestCreditor.ALWAYS_DOWN, HostedBank.SIMBANK, 1),
            new Trouble(TestCreditor.TIMES_OUT, HostedBank.SIMBANK, 1),
            new Trouble(TestCreditor.GOES_SILENT, HostedBank.SIMBANK, 1),
            new Trouble(TestCreditor.LOSES_REPLY, HostedBank.OLDBANK, 2));

    private final RandomGenerator random;
    private long number;

    MadeUpPayments(RandomGenerator random) {
        this.random = random;
        this.number = random.nextLong(1_000_000, 9_000_000);
    }

    PaymentOrder.External next(AccountId debtor) {
        Occasion occasion = OCCASIONS.get(random.nextInt(OCCASIONS.size()));
        Optional<Trouble> trouble = trouble();
        Iban iban = trouble.map(Trouble::creditor)
                .map(TestCreditor::iban)
                .map(Iban::parse)
                .orElseGet(this::anyIban);
        HostedBank bank = trouble.map(Trouble::bank).orElse(HostedBank.SIMBANK);
        return new PaymentOrder.External(
                debtor,
                new Creditor(occasion.creditor(), iban, new BankCode(bank.name())),
                new Money(random.nextInt(occasion.leastPence(), occasion.mostPence()), GBP),
                occasion.remittance(),
                Optional.of("DEMO-" + ++number),
                random.nextInt(ALL) < CRITICAL_PERCENT ? Priority.CRITICAL : Priority.NORMAL,
                Optional.empty());
    }

    private Optional<Trouble> trouble() {
        int drawn = random.nextInt(ALL);
        int upTo = 0;
        for (Trouble trouble : TROUBLES) {
            upTo += trouble.percent();
            if (drawn < upTo) {
                return Optional.of(trouble);
            }
        }
        return Optional.empty();
    }

    private Iban anyIban() {
        return Iban.parse(new org.iban4j.Iban.Builder()
                .countryCode(CountryCode.GB)
                .bankCode("SIMB")
                .branchCode("204060")
                .accountNumber("%08d".formatted(random.nextInt(100_000_000)))
                .build()
                .toString());
    }
}
