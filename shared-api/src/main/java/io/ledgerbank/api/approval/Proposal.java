package io.ledgerbank.api.approval;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Step;
import java.util.Optional;

/**
 * What may take a second person: everything that has to be known to carry it out later. One record for each kind, and one
 * component that carries it out in the feature it belongs to.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Proposal.Unfreezing.class, name = "UNFREEZE_ACCOUNT"),
    @JsonSubTypes.Type(value = Proposal.RaisingLimits.class, name = "RAISE_LIMITS"),
    @JsonSubTypes.Type(value = Proposal.Reversal.class, name = "REVERSE_PAYMENT"),
    @JsonSubTypes.Type(value = Proposal.Resolution.class, name = "RESOLVE_PAYMENT")
})
public sealed interface Proposal {

    /** The address of what it would change. */
    @JsonIgnore
    default String resource() {
        return switch (this) {
            case Unfreezing unfreezing -> "/api/accounts/" + unfreezing.accountId();
            case RaisingLimits raising -> "/api/accounts/" + raising.accountId();
            case Reversal reversal -> "/api/payments/" + reversal.paymentId();
            case Resolution resolution -> "/api/sagas/" + resolution.paymentId();
        };
    }

    /** Let a frozen account pay again. */
    record Unfreezing(AccountId accountId) implements Proposal {}

    /**
     * Let an account pay more than accounts of its type usually do.
     *
     * @param instead of what it was asked for, which by then must stand still; absent from requests of the first revision
     */
    record RaisingLimits(
            AccountId accountId, AccountLimits limits, Money overdraftLimit, Optional<PresentLimits> instead)
            implements Proposal {}

    /** What an account may pay when somebody asks that it may pay more. */
    record PresentLimits(AccountLimits limits, Money overdraftLimit) {}

    /**
     * Take a payment back.
     *
     * @param reversalId what the payment the other way will be called
     * @param reason its remittance information
     */
    record Reversal(PaymentId paymentId, PaymentId reversalId, Money amount, String reason) implements Proposal {}

    /**
     * Say what a bank did with a payment.
     *
     * @param step what the payment waited for when it was found out
     * @param sequence of the last event of the payment that whoever found out can have known; by then it must still be the
     *     last. Absent from requests of the first revision
     * @param proposedBy who has found out
     */
    record Resolution(
            PaymentId paymentId,
            Execution outcome,
            String evidence,
            String reason,
            Step step,
            Optional<Long> sequence,
            UserId proposedBy)
            implements Proposal {}
}
