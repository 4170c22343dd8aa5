package io.ledgerbank.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency JPY = Currency.getInstance("JPY");

    @ParameterizedTest
    @CsvSource({
        "12.34,1234",
        "0.01,1",
        "0,0",
        "7,700",
        "7.5,750",
        "-3.20,-320",
        "9999999999999999.99,999999999999999999"
    })
    void reads_a_decimal_as_minor_units(String decimal, long minorUnits) {
        assertThat(Money.of(decimal, GBP).minorUnits()).isEqualTo(minorUnits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1,00",
                "1.234",
                "1e3",
                "1E3",
                "NaN",
                "Infinity",
                "+1",
                "01",
                ".5",
                "5.",
                "0x10",
                "١٢",
                "--1",
                "1 ",
                "10000000000000000.00",
                "1e1000000000",
                "12345678901234567890"
            })
    void refuses_whatever_is_no_plain_decimal_of_at_most_eighteen_digits(String text) {
        assertThatThrownBy(() -> Money.of(text, GBP))
                .asInstanceOf(type(RejectedException.class))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.INVALID_AMOUNT_FORMAT);
    }

    @Test
    void a_currency_without_minor_units_takes_no_decimals() {
        assertThat(Money.of("500", JPY).minorUnits()).isEqualTo(500);
        assertThatThrownBy(() -> Money.of("500.0", JPY)).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "gbp", "GB", "", "ABC"})
    void refuses_codes_that_nobody_pays_in(String code) {
        assertThatThrownBy(() -> CurrencyCode.parse(code))
                .asInstanceOf(type(RejectedException.class))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.INVALID_CURRENCY_FORMAT);
    }

    @Test
    void never_mixes_currencies_and_never_wraps() {
        assertThatThrownBy(() -> Money.of("1", GBP).plus(Money.of("1", JPY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, GBP).plus(new Money(1, GBP)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void is_written_as_a_decimal_string_with_its_currency_and_read_back() {
        JsonMapper json = JsonMapper.shared();
        Money money = Money.of("12.3", GBP);

        assertThat(json.writeValueAsString(money)).isEqualTo("{\"amount\":\"12.30\",\"currency\":\"GBP\"}");
        assertThat(json.readValue("{\"amount\":\"12.30\",\"currency\":\"GBP\"}", Money.class))
                .isEqualTo(money);
    }
}
