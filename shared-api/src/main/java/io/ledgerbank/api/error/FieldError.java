package io.ledgerbank.api.error;

/**
 * One field of a request that is at fault.
 *
 * @param field the path from the body's root, such as {@code creditor.iban}
 */
public record FieldError(String field, Reason code, String message) {}
