package io.ledgerbank.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.claim.ClaimResult;
import io.ledgerbank.command.claim.Claims;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IbanIssuerTest {

    @Test
    void every_iban_is_valid_british_and_ours() {
        assertThat(Stream.generate(AccountId::next).limit(1_000).map(id -> IbanIssuer.candidate(id, 0)))
                .allSatisfy(iban -> {
                    assertThat(Iban.parse(iban.value())).isEqualTo(iban);
                    assertThat(iban.value()).matches("GB\\d\\dLDGR\\d{14}");
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void gives_up_when_chance_offers_taken_ones_only() {
        assertThatThrownBy(() -> IbanIssuer.issue(AccountId.next(), new EverythingIsTaken()))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Reason.SERVICE_UNAVAILABLE));
    }

    private static final class EverythingIsTaken implements Claims {

        @Override
        public ClaimResult claim(ClaimKind kind, String key, Object holder) {
            return ClaimResult.TAKEN;
        }

        @Override
        public Optional<String> holderOf(ClaimKind kind, String key) {
            return Optional.of("somebody");
        }
    }
}
