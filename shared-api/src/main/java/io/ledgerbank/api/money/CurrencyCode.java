package io.ledgerbank.api.money;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Currency;

/** Reads ISO 4217 codes of currencies that people pay in. */
public interface CurrencyCode {

    /** @throws RejectedException {@code invalid_currency_format} when the text is no such code */
    static Currency parse(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            throw invalid();
        }
        throw invalid();
    }

    private static RejectedException invalid() {
        return new RejectedException(
                Reason.INVALID_CURRENCY_FORMAT, "A currency is an ISO 4217 code of three capitals, such as GBP");
    }
}
