package io.ledgerbank.saga.batch;

import io.ledgerbank.api.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sum of any size, as a decimal string. */
public record Sum(String amount, Currency currency) {

    /** The sums of amounts, one for each currency. */
    static List<Sum> of(List<Money> amounts) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        amounts.forEach(amount ->
                sums.merge(amount.currency().getCurrencyCode(), new BigDecimal(amount.decimal()), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> new Sum(sum.getValue().toPlainString(), Currency.getInstance(sum.getKey())))
                .toList();
    }
}
