package io.ledgerbank.simulator;

import io.ledgerbank.simulator.journal.PaymentInstruction;
import io.ledgerbank.simulator.journal.PaymentInstruction.Amount;
import io.ledgerbank.simulator.journal.PaymentInstruction.Creditor;
import io.ledgerbank.simulator.journal.PaymentInstruction.Debtor;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a POST as it came, where anything may be missing or wrong. */
record PaymentRequest(
        @Nullable String instructionId,
        @Nullable String endToEndId,
        @Nullable AmountField amount,
        @Nullable PartyField debtor,
        @Nullable PartyField creditor,
        @Nullable String remittanceInformation) {

    private static final Pattern INSTRUCTION_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,17})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_END_TO_END_ID = 35;
    private static final int LONGEST_TEXT = 140;
    private static final int LONGEST_IBAN = 34;

    record AmountField(@Nullable String amount, @Nullable String currency) {}

    record PartyField(@Nullable String name, @Nullable String iban) {}

    /** Whether such a text can be the id of an instruction at all. */
    static boolean isInstructionId(String text) {
        return INSTRUCTION_ID.matcher(text).matches();
    }

    /** The order, or {@link MalformedRequest} naming the first field that is wrong. */
    PaymentInstruction toInstruction() {
        String id = required("instructionId", instructionId);
        if (!isInstructionId(id)) {
            throw new MalformedRequest("instructionId must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
        return new PaymentInstruction(
                id,
                optionalText("endToEndId", endToEndId, LONGEST_END_TO_END_ID),
                amount(required("amount", amount)),
                debtor(required("debtor", debtor)),
                creditor(required("creditor", creditor)),
                text("remittanceInformation", remittanceInformation, LONGEST_TEXT));
    }

    private static Amount amount(AmountField field) {
        String number = required("amount.amount", field.amount());
        String currency = required("amount.currency", field.currency());
        if (!AMOUNT.matcher(number).matches()) {
            throw new MalformedRequest("amount.amount must be a plain decimal string");
        }
        int decimals = decimalsOf(currency);
        BigDecimal value = new BigDecimal(number);
        if (value.scale() > decimals || value.precision() - value.scale() + decimals > MOST_DIGITS) {
            throw new MalformedRequest("amount.amount has more digits than " + currency + " allows");
        }
        if (value.signum() == 0) {
            throw new MalformedRequest("amount.amount must be greater than zero");
        }
        return new Amount(value.setScale(decimals).toPlainString(), currency);
    }

    private static int decimalsOf(String code) {
        return Optional.of(code)
                .filter(text -> CURRENCY.matcher(text).matches())
                .flatMap(text -> Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getCurrencyCode().equals(text))
                        .findAny())
                .map(Currency::getDefaultFractionDigits)
                .filter(decimals -> decimals >= 0)
                .orElseThrow(() -> new MalformedRequest("amount.currency must be an ISO 4217 currency"));
    }

    private static Debtor debtor(PartyField field) {
        return new Debtor(
                optionalText("debtor.name", field.name(), LONGEST_TEXT),
                text("debtor.iban", field.iban(), LONGEST_IBAN));
    }

    private static Creditor creditor(PartyField field) {
        return new Creditor(
                text("creditor.name", field.name(), LONGEST_TEXT), text("creditor.iban", field.iban(), LONGEST_IBAN));
    }

    private static Optional<String> optionalText(String field, @Nullable String text, int longest) {
        return text == null ? Optional.empty() : Optional.of(text(field, text, longest));
    }

    private static String text(String field, @Nullable String text, int longest) {
        String present = required(field, text);
        if (present.isBlank() || present.length() > longest) {
            throw new MalformedRequest(field + " must have 1 to " + longest + " characters");
        }
        return present;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new MalformedRequest(field + " is missing");
        }
        return value;
    }
}
