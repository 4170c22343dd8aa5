package io.ledgerbank.query.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ledgerbank.api.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/** A sum of any size in minor units of one currency; on the wire it looks like Money, which has the range of a long. */
@JsonPropertyOrder({"amount", "currency"})
public record Total(@JsonIgnore BigInteger minorUnits, Currency currency) {

    public static Total zero(Currency currency) {
        return new Total(BigInteger.ZERO, currency);
    }

    public static Total of(Money money) {
        return new Total(BigInteger.valueOf(money.minorUnits()), money.currency());
    }

    @JsonProperty("amount")
    public String decimal() {
        return new BigDecimal(minorUnits, currency.getDefaultFractionDigits()).toPlainString();
    }

    public Total plus(Total other) {
        return new Total(minorUnits.add(sameCurrency(other).minorUnits), currency);
    }

    public Total minus(Total other) {
        return new Total(minorUnits.subtract(sameCurrency(other).minorUnits), currency);
    }

    private Total sameCurrency(Total other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
        return other;
    }
}
