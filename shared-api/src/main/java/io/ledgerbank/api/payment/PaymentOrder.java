package io.ledgerbank.api.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/** What a client wants moved from where to where; one record for each {@link PaymentType}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PaymentOrder.Transfer.class, name = "TRANSFER"),
    @JsonSubTypes.Type(value = PaymentOrder.External.class, name = "PAYMENT"),
    @JsonSubTypes.Type(value = PaymentOrder.Deposit.class, name = "DEPOSIT"),
    @JsonSubTypes.Type(value = PaymentOrder.Withdrawal.class, name = "WITHDRAWAL")
})
public sealed interface PaymentOrder {

    Money amount();

    /** 1 to 140 characters. */
    String remittanceInformation();

    /** The client's own reference, passed through and never a key; at most 35 characters. */
    Optional<String> endToEndId();

    Priority priority();

    /** The day on which it is to be made, in the bank's zone; at once without one. */
    Optional<LocalDate> executionDate();

    /** The day on which it counts, where the bank's staff says so. */
    Optional<LocalDate> valueDate();

    default PaymentType type() {
        return switch (this) {
            case Transfer transfer -> PaymentType.TRANSFER;
            case External external -> PaymentType.PAYMENT;
            case Deposit deposit -> PaymentType.DEPOSIT;
            case Withdrawal withdrawal -> PaymentType.WITHDRAWAL;
        };
    }

    default Optional<AccountId> debtor() {
        return switch (this) {
            case Transfer transfer -> Optional.of(transfer.debtorAccountId());
            case External external -> Optional.of(external.debtorAccountId());
            case Deposit deposit -> Optional.empty();
            case Withdrawal withdrawal -> Optional.of(withdrawal.debtorAccountId());
        };
    }

    /** The account of ours that receives the money, when one does. */
    default Optional<AccountId> creditorAccount() {
        return switch (this) {
            case Transfer transfer -> Optional.of(transfer.creditorAccountId());
            case External external -> Optional.empty();
            case Deposit deposit -> Optional.of(deposit.creditorAccountId());
            case Withdrawal withdrawal -> Optional.empty();
        };
    }

    default Optional<Creditor> externalCreditor() {
        return this instanceof External external ? Optional.of(external.creditor()) : Optional.empty();
    }

    /** Between two of our accounts. */
    record Transfer(
            AccountId debtorAccountId,
            AccountId creditorAccountId,
            Money amount,
            String remittanceInformation,
            Optional<String> endToEndId,
            Priority priority,
            @JsonInclude(Include.NON_ABSENT) Optional<LocalDate> executionDate,
            @JsonInclude(Include.NON_ABSENT) Optional<LocalDate> valueDate)
            implements PaymentOrder {

        /** To be made at once. */
        public Transfer(
                AccountId debtorAccountId,
                AccountId creditorAccountId,
                Money amount,
                String remittanceInformation,
                Optional<String> endToEndId,
                Priority priority) {
            this(
                    debtorAccountId,
                    creditorAccountId,
                    amount,
                    remittanceInformation,
                    endToEndId,
                    priority,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** To an account at an external bank. */
    record External(
            AccountId debtorAccountId,
            Creditor creditor,
            Money amount,
            String remittanceInformation,
            Optional<String> endToEndId,
            Priority priority,
            @JsonInclude(Include.NON_ABSENT) Optional<LocalDate> executionDate)
            implements PaymentOrder {

        /** To be made at once. */
        public External(
                AccountId debtorAccountId,
                Creditor creditor,
                Money amount,
                String remittanceInformation,
                Optional<String> endToEndId,
                Priority priority) {
            this(debtorAccountId, creditor, amount, remittanceInformation, endToEndId, priority, Optional.empty());
        }

        /** The bank says when it counts. */
        @Override
        public Optional<LocalDate> valueDate() {
            return Optional.empty();
        }
    }

    /** Cash paid in. */
    record Deposit(
            AccountId creditorAccountId,
            Money amount,
            String remittanceInformation,
            Optional<String> endToEndId,
            Priority priority,
            @JsonInclude(Include.NON_ABSENT) Optional<LocalDate> executionDate,
            @JsonInclude(Include.NON_ABSENT) Optional<LocalDate> valueDate)
            implements PaymentOrder {

        /** To be made at once. */
        public Deposit(
                AccountId creditorAccountId,
                Money amount,
                String remittanceInformation,
                Optional<String> endToEndId,
                Priority priority) {
            this(
                    creditorAccountId,
                    amount,
                    remittanceInformation,
                    endToEndId,
                    priority,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Cash paid out. */
    record Withdrawal(
            AccountId debtorAccountId,
            Money amount,
            String remittanceInformation,
            Optional<String> endToEndId,
            Priority priority,
            @JsonInclude(Include.NON_ABSENT) Optional<LocalDate> executionDate,
            @JsonInclude(Include.NON_ABSENT) Optional<LocalDate> valueDate)
            implements PaymentOrder {

        /** To be made at once. */
        public Withdrawal(
                AccountId debtorAccountId,
                Money amount,
                String remittanceInformation,
                Optional<String> endToEndId,
                Priority priority) {
            this(
                    debtorAccountId,
                    amount,
                    remittanceInformation,
                    endToEndId,
                    priority,
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
