package io.ledgerbank.app.story;

import java.util.HashMap;
import java.util.Map;

/** Payments as clients write them. */
final class Orders {

    /** Any valid IBAN that is none of the simulator's test creditors is executed at once. */
    static final String CAROLS_IBAN = "DE89370400440532013000";

    private Orders() {}

    static Map<String, Object> pounds(String amount) {
        return Map.of("amount", amount, "currency", "GBP");
    }

    static Map<String, Object> deposit(String creditorAccountId, String amount) {
        return Map.of(
                "type",
                "DEPOSIT",
                "creditorAccountId",
                creditorAccountId,
                "amount",
                pounds(amount),
                "remittanceInformation",
                "Paid in");
    }

    static Map<String, Object> withdrawal(String debtorAccountId, String amount, String remittanceInformation) {
        return Map.of(
                "type",
                "WITHDRAWAL",
                "debtorAccountId",
                debtorAccountId,
                "amount",
                pounds(amount),
                "remittanceInformation",
                remittanceInformation);
    }

    static Map<String, Object> transfer(String debtorAccountId, String creditorAccountId, String amount) {
        return transfer(debtorAccountId, creditorAccountId, amount, "Lunch");
    }

    static Map<String, Object> transfer(
            String debtorAccountId, String creditorAccountId, String amount, String remittanceInformation) {
        return Map.of(
                "type",
                "TRANSFER",
                "debtorAccountId",
                debtorAccountId,
                "creditorAccountId",
                creditorAccountId,
                "amount",
                pounds(amount),
                "remittanceInformation",
                remittanceInformation);
    }

    static Map<String, Object> external(String debtorAccountId, String iban, String amount) {
        return external(debtorAccountId, iban, amount, "Invoice 4711");
    }

    /** A payment that its end-to-end id tells from all others. */
    static Map<String, Object> externalKnownAs(String endToEndId, String debtorAccountId, String amount) {
        Map<String, Object> order = new HashMap<>(external(debtorAccountId, CAROLS_IBAN, amount, endToEndId));
        order.put("endToEndId", endToEndId);
        return order;
    }

    static Map<String, Object> external(
            String debtorAccountId, String iban, String amount, String remittanceInformation) {
        return Map.of(
                "type",
                "PAYMENT",
                "debtorAccountId",
                debtorAccountId,
                "creditor",
                Map.of("name", "Carol Creditor", "iban", iban, "bankCode", "SIMBANK"),
                "amount",
                pounds(amount),
                "remittanceInformation",
                remittanceInformation);
    }
}
