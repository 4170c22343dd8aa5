package io.ledgerbank.command.payment;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.command.request.RequestFields;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** What a client sends to have money moved. */
public record PaymentBody(
        Optional<String> type,
        Optional<Money> amount,
        Optional<String> remittanceInformation,
        Optional<String> endToEndId,
        Optional<String> priority,
        Optional<LocalDate> executionDate,
        Optional<LocalDate> valueDate,
        Optional<String> debtorAccountId,
        Optional<String> creditorAccountId,
        Optional<CreditorBody> creditor) {

    /** Who receives an external payment, as a client names them. */
    public record CreditorBody(Optional<String> name, Optional<String> iban, Optional<String> bankCode) {

        private static final CreditorBody NOBODY =
                new CreditorBody(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @throws RejectedException naming every field at fault */
    public PaymentOrder order() {
        RequestFields fields = new RequestFields();
        Optional<PaymentType> kind =
                fields.read("type", fields.required("type", type), PaymentType.class, Reason.INVALID_PAYMENT_TYPE);
        fields.check("amount", fields.required("amount", amount), PositiveAmount::check);
        fields.check(
                "remittanceInformation", Optional.of(remittanceInformation.orElse("")), RemittanceInformation::check);
        fields.check("endToEndId", endToEndId, EndToEndId::check);
        Optional<Priority> rank = fields.read("priority", priority, Priority.class, Reason.INVALID_FIELD_TYPE);
        Optional<Supplier<PaymentOrder>> order = kind.map(given -> order(given, fields, rank.orElse(Priority.NORMAL)));
        fields.rejectFaults();
        return order.orElseThrow().get();
    }

    private Supplier<PaymentOrder> order(PaymentType kind, RequestFields fields, Priority rank) {
        return switch (kind) {
            case TRANSFER -> {
                Optional<AccountId> debtor = account(fields, "debtorAccountId", debtorAccountId);
                Optional<AccountId> recipient = account(fields, "creditorAccountId", creditorAccountId);
                fields.unexpected("creditor", creditor);
                yield () -> new PaymentOrder.Transfer(
                        debtor.orElseThrow(),
                        recipient.orElseThrow(),
                        money(),
                        purpose(),
                        endToEndId,
                        rank,
                        executionDate,
                        valueDate);
            }
            case PAYMENT -> {
                Optional<AccountId> debtor = account(fields, "debtorAccountId", debtorAccountId);
                fields.unexpected("creditorAccountId", creditorAccountId);
                fields.unexpected("valueDate", valueDate);
                Supplier<Creditor> recipient = creditor(fields);
                yield () -> new PaymentOrder.External(
                        debtor.orElseThrow(), recipient.get(), money(), purpose(), endToEndId, rank, executionDate);
            }
            case DEPOSIT -> {
                Optional<AccountId> recipient = account(fields, "creditorAccountId", creditorAccountId);
                fields.unexpected("debtorAccountId", debtorAccountId);
                fields.unexpected("creditor", creditor);
                yield () -> new PaymentOrder.Deposit(
                        recipient.orElseThrow(), money(), purpose(), endToEndId, rank, executionDate, valueDate);
            }
            case WITHDRAWAL -> {
                Optional<AccountId> debtor = account(fields, "debtorAccountId", debtorAccountId);
                fields.unexpected("creditorAccountId", creditorAccountId);
                fields.unexpected("creditor", creditor);
                yield () -> new PaymentOrder.Withdrawal(
                        debtor.orElseThrow(), money(), purpose(), endToEndId, rank, executionDate, valueDate);
            }
        };
    }

    private Supplier<Creditor> creditor(RequestFields fields) {
        CreditorBody given = fields.required("creditor", creditor).orElse(CreditorBody.NOBODY);
        if (given == CreditorBody.NOBODY) {
            return () -> {
                throw new IllegalStateException("There is no creditor");
            };
        }
        Optional<String> name =
                fields.check("creditor.name", fields.required("creditor.name", given.name()), CreditorName::check);
        Optional<Iban> iban = fields.read("creditor.iban", fields.required("creditor.iban", given.iban()), Iban::parse);
        Optional<BankCode> bankCode =
                fields.read("creditor.bankCode", fields.required("creditor.bankCode", given.bankCode()), BankCode::new);
        return () -> new Creditor(name.orElseThrow(), iban.orElseThrow(), bankCode.orElseThrow());
    }

    private static Optional<AccountId> account(RequestFields fields, String field, Optional<String> id) {
        return fields.read(field, fields.required(field, id), AccountId::parse);
    }

    private Money money() {
        return amount.orElseThrow();
    }

    private String purpose() {
        return remittanceInformation.orElseThrow();
    }
}
