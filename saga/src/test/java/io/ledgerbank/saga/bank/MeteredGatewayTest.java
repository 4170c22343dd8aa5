package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.saga.Orders;
import org.junit.jupiter.api.Test;

class MeteredGatewayTest extends GatewayTest {

    private BankGateway metered() {
        return new MeteredGateway(Orders.SIMBANK, gateway(), meters);
    }

    @Test
    void calls_are_timed_by_what_they_ended_in() {
        bank.answers(201, executed());
        metered().submit(instruction());
        bank.answers(503, leftAlone());
        metered().submit(instruction());
        metered().inquire(new BankInquiry(ID, Orders.AMOUNT, Reason.TIMEOUT));
        bank.answers(404, "{\"status\":\"UNKNOWN\"}");
        metered().inquire(new BankInquiry(ID, Orders.AMOUNT, Reason.TIMEOUT));

        assertThat(countOf("submit", "executed", "none")).isEqualTo(1);
        assertThat(countOf("submit", "not_executed", "service_unavailable")).isEqualTo(1);
        assertThat(countOf("inquire", "unknown", "service_unavailable")).isEqualTo(1);
        assertThat(countOf("inquire", "never_got_it", "none")).isEqualTo(1);
    }

    private long countOf(String call, String outcome, String reason) {
        return meters.get("ledgerbank.bank.calls")
                .tags("bank", "SIMBANK", "call", call, "outcome", outcome, "reason", reason)
                .timer()
                .count();
    }
}
