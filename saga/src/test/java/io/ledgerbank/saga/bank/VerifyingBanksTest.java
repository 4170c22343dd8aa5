package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.Orders;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Banks that are called over TLS. */
class VerifyingBanksTest extends GatewayTest {

    @TempDir
    private Path folder;

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent() {
        try (TlsBank impostor = TlsBank.start(folder, "ip:127.0.0.1", TlsBank.Clients.ANYONE, executed());
                HttpClient client = BankClients.client(LONG)) {
            assertThat(gatewayTo(impostor, client).submit(instruction()))
                    .isEqualTo(Outcome.NotExecuted.because(Reason.SERVICE_UNAVAILABLE));
            assertThat(impostor.requests()).isZero();
        }
    }

    @Test
    void a_certificate_of_another_host_is_refused_before_anything_is_sent() {
        try (TlsBank impostor = TlsBank.start(folder, "dns:bank.example", TlsBank.Clients.ANYONE, executed());
                HttpClient client = impostor.trusting()) {
            assertThat(gatewayTo(impostor, client).submit(instruction()))
                    .isEqualTo(Outcome.NotExecuted.because(Reason.SERVICE_UNAVAILABLE));
            assertThat(impostor.requests()).isZero();
        }
    }

    @Test
    void a_bank_that_is_who_it_says_is_told() {
        try (TlsBank genuine = TlsBank.start(folder, "ip:127.0.0.1", TlsBank.Clients.ANYONE, executed());
                HttpClient client = genuine.trusting()) {
            assertThat(gatewayTo(genuine, client).submit(instruction())).isInstanceOf(Outcome.Executed.class);
            assertThat(genuine.requests()).isEqualTo(1);
        }
    }

    /** Its refusal comes after our request has left, so it proves nothing. */
    @Test
    void a_bank_that_does_not_want_us_leaves_the_outcome_unknown() {
        try (TlsBank choosy = TlsBank.start(folder, "ip:127.0.0.1", TlsBank.Clients.ITS_OWN, executed());
                HttpClient client = choosy.trusting()) {
            assertThat(gatewayTo(choosy, client).submit(instruction())).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Test
    void a_bank_that_speaks_no_tls_leaves_the_outcome_unknown() {
        bank.answers(201, executed());
        try (HttpClient client = BankClients.client(LONG)) {
            Bank plain = new Bank(
                    Orders.SIMBANK,
                    "Bank Simulator",
                    "GB",
                    URI.create(bank.url().toString().replace("http:", "https:")));

            assertThat(gatewayTo(plain, client).submit(instruction())).isInstanceOf(Outcome.Unknown.class);
            assertThat(bank.requests()).isEmpty();
        }
    }

    private BankGateway gatewayTo(TlsBank bank, HttpClient client) {
        return gatewayTo(new Bank(Orders.SIMBANK, "Bank Simulator", "GB", bank.url()), client);
    }

    private BankGateway gatewayTo(Bank bank, HttpClient client) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new SimulatorGateway(
                bank,
                new BankHttp(client, new AllowedHosts(List.of("localhost", "127.0.0.1"), List::of), clock),
                new Verdicts(new IsoReasons(meters), clock),
                LONG,
                clock);
    }
}
