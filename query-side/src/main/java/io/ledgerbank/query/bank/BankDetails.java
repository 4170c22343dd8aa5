package io.ledgerbank.query.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankCondition;
import io.ledgerbank.api.bank.BankStatus;
import io.ledgerbank.api.bank.Bic;
import io.ledgerbank.api.bank.BreakerState;
import java.util.Optional;

/**
 * A bank as clients see one.
 *
 * @param country ISO 3166-1 alpha-2
 * @param health for the bank's staff alone
 */
public record BankDetails(
        BankCode code, String name, String country, Optional<Bic> bic, BankStatus status, Optional<Health> health) {

    /**
     * How the bank is doing as the node that answers sees it.
     *
     * @param breaker whether it is called at all
     * @param running calls that wait for its answer
     * @param limit the most that may
     * @param recentCalls how many of the latest calls are remembered
     * @param recentFailures how many of those got no usable answer
     */
    public record Health(BreakerState breaker, int running, int limit, int recentCalls, int recentFailures) {

        static Health of(BankCondition condition) {
            return new Health(
                    condition.breaker(),
                    condition.running(),
                    condition.limit(),
                    condition.recentCalls(),
                    condition.recentFailures());
        }
    }

    static BankDetails of(Bank bank, Optional<BankCondition> condition) {
        return new BankDetails(
                bank.code(), bank.name(), bank.country(), bank.bic(), bank.status(), condition.map(Health::of));
    }
}
