package io.ledgerbank.saga.reconciliation;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * A sum that may be larger than any one payment.
 *
 * @param amount a plain decimal in major units
 */
public record BreakAmount(String amount, Currency currency) {

    static BreakAmount ofMinor(BigDecimal minorUnits, Currency currency) {
        return new BreakAmount(
                minorUnits.movePointLeft(currency.getDefaultFractionDigits()).toPlainString(), currency);
    }
}
