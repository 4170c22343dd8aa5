package io.ledgerbank.query.audit;

import java.util.Currency;
import java.util.List;

/**
 * All accounts' sums at one place of the log.
 *
 * @param position the place up to which every event is reckoned in, and none after it
 */
public record TrialBalance(long position, List<InCurrency> currencies) {

    /**
     * The books of one currency.
     *
     * @param difference debits − credits: zero, or the books are wrong
     */
    public record InCurrency(
            Currency currency, Total debits, Total credits, Total difference, List<AccountLine> accounts) {

        static InCurrency of(Currency currency, List<AccountLine> accounts) {
            Total debits = accounts.stream().map(AccountLine::debits).reduce(Total.zero(currency), Total::plus);
            Total credits = accounts.stream().map(AccountLine::credits).reduce(Total.zero(currency), Total::plus);
            return new InCurrency(currency, debits, credits, debits.minus(credits), accounts);
        }
    }

    /**
     * One account's sums.
     *
     * @param account a customer account's id or the name of one of the bank's own
     * @param balance credits − debits, as a customer sees it
     */
    public record AccountLine(String account, Total debits, Total credits, Total balance) {

        static AccountLine of(String account, Total debits, Total credits) {
            return new AccountLine(account, debits, credits, credits.minus(debits));
        }
    }
}
