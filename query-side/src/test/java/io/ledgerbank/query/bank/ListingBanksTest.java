package io.ledgerbank.query.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankCondition;
import io.ledgerbank.api.bank.BankHealth;
import io.ledgerbank.api.bank.BreakerState;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.query.paging.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.ResponseEntity;

class ListingBanksTest {

    private static final BankCode BANK = new BankCode("SIMBANK");
    private static final BankHealth UNWELL = bank -> new BankCondition(bank, BreakerState.OPEN, 2, 16, 20, 11);

    @Test
    void customers_are_not_told_how_banks_are_doing_and_may_keep_the_list_for_half_an_hour() {
        ResponseEntity<Page<BankDetails>> answer = listedTo(Role.USER, Map.of("health", UNWELL));

        assertThat(only(answer).health()).isEmpty();
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("max-age=1800, private");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPPORT", "ADMIN"})
    void staff_is_told_how_a_bank_is_doing_at_this_moment(Role role) {
        ResponseEntity<Page<BankDetails>> answer = listedTo(role, Map.of("health", UNWELL));

        assertThat(only(answer).health()).contains(new BankDetails.Health(BreakerState.OPEN, 2, 16, 20, 11));
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void a_node_that_calls_no_banks_says_nothing_of_their_health() {
        assertThat(only(listedTo(Role.ADMIN, Map.of())).health()).isEmpty();
    }

    private static BankDetails only(ResponseEntity<Page<BankDetails>> answer) {
        Page<BankDetails> page = answer.getBody();
        assertThat(page).isNotNull();
        assertThat(page.items()).hasSize(1);
        return page.items().getFirst();
    }

    private static ResponseEntity<Page<BankDetails>> listedTo(Role role, Map<String, Object> beans) {
        List<Bank> banks = List.of(new Bank(BANK, "Simulated Bank", "GB", URI.create("http://127.0.0.1:1")));
        return new BankQueryEndpoint(
                        () -> banks, new StaticListableBeanFactory(beans).getBeanProvider(BankHealth.class))
                .banks(20, Optional.empty(), new Caller(UserId.next(), role));
    }
}
