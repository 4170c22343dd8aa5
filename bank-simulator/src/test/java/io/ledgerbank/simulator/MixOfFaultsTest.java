package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.simulator.Behaviour.TimesOut;
import io.ledgerbank.simulator.Mix.Share;
import io.ledgerbank.simulator.journal.PaymentInstruction;
import io.ledgerbank.simulator.journal.PaymentInstruction.Amount;
import io.ledgerbank.simulator.journal.PaymentInstruction.Creditor;
import io.ledgerbank.simulator.journal.PaymentInstruction.Debtor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MixOfFaultsTest extends RunningBank {

    private static final int MANY = 10_000;

    @Test
    void strikes_about_as_many_payments_as_it_says() {
        assertThat(struckBy(new Mix(42, List.of(new Share(20, new TimesOut())), 0)))
                .hasSizeBetween(1_800, 2_200);
    }

    @Test
    void strikes_the_same_payments_with_the_same_seed_and_others_with_another() {
        List<Share> shares = List.of(new Share(20, new TimesOut()));
        List<Integer> struck = struckBy(new Mix(42, shares, 0));

        assertThat(struckBy(new Mix(42, shares, 0))).isEqualTo(struck);
        assertThat(struckBy(new Mix(43, shares, 0))).isNotEqualTo(struck);
    }

    @Test
    void fails_about_as_many_inquiries_as_it_says() {
        Mix mix = new Mix(42, List.of(), 30);

        assertThat(LongStream.range(0, MANY).filter(mix::failsInquiry).count()).isBetween(2_800L, 3_200L);
    }

    @Test
    void that_strikes_everybody_leaves_the_test_creditors_as_they_are() throws Exception {
        bank.misbehave("""
                {"mix":{"seed":1,"shares":[{"percent":100,"behaviour":{"kind":"REJECTS","isoReason":"AM02"}}]}}
                """);

        assertThat(TestBank.json(bank.pay("one", TestBank.BOB)).get("isoReason").asString())
                .isEqualTo("AM02");
        assertThat(TestBank.json(bank.pay("two", TestCreditor.REJECTS_AC04))
                        .get("isoReason")
                        .asString())
                .isEqualTo("AC04");
    }

    private static List<Integer> struckBy(Mix mix) {
        return IntStream.range(0, MANY)
                .filter(number -> mix.towards(payment(number)).isPresent())
                .boxed()
                .toList();
    }

    private static PaymentInstruction payment(int number) {
        return new PaymentInstruction(
                UUID.randomUUID().toString(),
                Optional.of("run-" + number),
                new Amount("1.00", "GBP"),
                new Debtor(Optional.empty(), "GB33BUKB20201555555555"),
                new Creditor("Bob Example", TestBank.BOB),
                "Invoice");
    }
}
