package io.ledgerbank.command.eventtype;

import static io.ledgerbank.command.eventtype.PersonalField.iban;
import static io.ledgerbank.command.eventtype.PersonalField.optional;
import static io.ledgerbank.command.eventtype.PersonalField.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields of a stored type tell something of a person, and whose key they are sealed with. Docs/decisions has why it is these
 * and no others.
 *
 * @param subject where the person's id is, or the id of the account whose owner it is
 */
record PersonalFields(Subject subject, String subjectPath, List<PersonalField> fields) {

    /** What a type says of whom it is about. */
    enum Subject {
        PERSON,
        ACCOUNT
    }

    private static final PersonalFields BOOKED = new PersonalFields(
            Subject.ACCOUNT,
            "accountId",
            List.of(optional("counterparty.name"), optional("counterparty.iban"), text("remittanceInformation")));

    private static final List<PersonalField> ORDER =
            List.of(text("order.remittanceInformation"), text("order.creditor.name"), iban("order.creditor.iban"));

    private static final Map<String, PersonalFields> BY_TYPE = Map.ofEntries(
            Map.entry(
                    "UserRegistered",
                    new PersonalFields(Subject.PERSON, "userId", List.of(text("email"), text("fullName")))),
            Map.entry(
                    "UserProfileChanged",
                    new PersonalFields(Subject.PERSON, "userId", List.of(text("email"), text("fullName")))),
            Map.entry("AccountOpened", new PersonalFields(Subject.PERSON, "ownerId", List.of(text("name")))),
            Map.entry("AccountRenamed", new PersonalFields(Subject.ACCOUNT, "accountId", List.of(text("name")))),
            Map.entry("AccountDebited", BOOKED),
            Map.entry("AccountCredited", BOOKED),
            Map.entry("HoldCaptured", BOOKED),
            Map.entry("ReturnCredited", BOOKED),
            Map.entry(
                    "FundsHeld",
                    new PersonalFields(
                            Subject.ACCOUNT,
                            "accountId",
                            List.of(
                                    optional("purpose.counterparty.name"),
                                    optional("purpose.counterparty.iban"),
                                    text("purpose.remittanceInformation")))),
            Map.entry("PaymentCreated", new PersonalFields(Subject.PERSON, "ownerId", ORDER)),
            Map.entry("PaymentScheduled", new PersonalFields(Subject.PERSON, "ownerId", ORDER)),
            Map.entry("StandingOrderPlaced", new PersonalFields(Subject.PERSON, "orderedBy.userId", ORDER)),
            // A snapshot, which keeps what the account was opened as and what it is called now.
            Map.entry(
                    "Account",
                    new PersonalFields(
                            Subject.PERSON, "opened.ownerId", List.of(text("opened.name"), text("terms.name")))));

    /** Nothing for a type that tells nothing of people. */
    static Optional<PersonalFields> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** Those that tell something of people. */
    static Set<String> types() {
        return BY_TYPE.keySet();
    }
}
