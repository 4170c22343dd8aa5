package io.ledgerbank.api.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An exact amount in minor units of one currency (pence, cents, or whole yen). Arithmetic between currencies, and
 * arithmetic beyond the range of a long, throws; it never wraps and never rounds.
 */
@JsonPropertyOrder({"amount", "currency"})
public record Money(@JsonIgnore long minorUnits, Currency currency) implements Comparable<Money> {

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final int MOST_DIGITS = 18;

    /** The most minor units that can be written down and read back. */
    public static final long MOST_MINOR_UNITS = 999_999_999_999_999_999L;

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new RejectedException(Reason.INVALID_CURRENCY_FORMAT, currency + " is not a currency of payment");
        }
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal such as {@code "12.34"} with at most the currency's digits after the point and at most 18 digits
     * in all.
     *
     * @throws RejectedException {@code invalid_amount_format} when the text is anything else
     */
    public static Money of(String amount, Currency currency) {
        if (!DECIMAL.matcher(amount).matches() || digits(amount) > MOST_DIGITS) {
            throw invalid(currency);
        }
        BigDecimal decimal = new BigDecimal(amount);
        if (decimal.scale() > currency.getDefaultFractionDigits()) {
            throw invalid(currency);
        }
        BigDecimal minorUnits = decimal.movePointRight(currency.getDefaultFractionDigits());
        if (minorUnits.precision() > MOST_DIGITS) {
            throw invalid(currency);
        }
        return new Money(minorUnits.longValueExact(), currency);
    }

    @JsonCreator
    static Money read(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
        return of(amount, CurrencyCode.parse(currency));
    }

    /** The amount in major units as a plain decimal with all of the currency's digits, as the wire and the log have it. */
    @JsonProperty("amount")
    public String decimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits())
                .toPlainString();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    @JsonIgnore
    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isGreaterThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    @Override
    public String toString() {
        return decimal() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
        return other;
    }

    private static long digits(String amount) {
        return amount.chars().filter(Character::isDigit).count();
    }

    private static RejectedException invalid(Currency currency) {
        return new RejectedException(
                Reason.INVALID_AMOUNT_FORMAT,
                "An amount of %s is a decimal string with at most %d decimals and %d digits"
                        .formatted(currency, currency.getDefaultFractionDigits(), MOST_DIGITS));
    }
}
