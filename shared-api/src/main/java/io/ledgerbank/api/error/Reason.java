package io.ledgerbank.api.error;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every reason for which something is refused or fails. ISO reasons are of the ISO 20022 external code set
 * ExternalStatusReason1Code.
 */
public enum Reason {
    INVALID_AMOUNT_FORMAT(
            Category.VALIDATION,
            "Invalid amount",
            "An amount is a decimal string with at most the currency's decimals and 18 digits.",
            "AM12"),
    AMOUNT_TOO_SMALL(Category.VALIDATION, "Amount too small", "The amount must be at least one minor unit.", "AM01"),
    MISSING_FIELDS(Category.VALIDATION, "Missing fields", "A required field is missing or empty."),
    UNKNOWN_FIELD(Category.VALIDATION, "Unknown field", "The body has a field this call does not know."),
    INVALID_FIELD_TYPE(Category.VALIDATION, "Wrong type", "A field has a value of the wrong type."),
    MALFORMED_REQUEST(Category.VALIDATION, "Malformed request", "The request is not well-formed HTTP."),
    MALFORMED_JSON(Category.VALIDATION, "Malformed JSON", "The body is not well-formed JSON."),
    UNKNOWN_PARAMETER(Category.VALIDATION, "Unknown parameter", "The query has a parameter this call does not know."),
    INVALID_PARAMETER(
            Category.VALIDATION, "Invalid parameter", "A query parameter or header has a value this call cannot use."),
    INVALID_CURSOR(Category.VALIDATION, "Invalid cursor", "The cursor was not issued by this list."),
    INVALID_CONSISTENCY_TOKEN(
            Category.VALIDATION,
            "Invalid consistency token",
            "The token was not issued by this service, or stands for a write that its log does not have."),
    INVALID_DIRECTION(Category.VALIDATION, "Invalid direction", "A direction is DEBIT or CREDIT."),
    INVALID_EMAIL_FORMAT(Category.VALIDATION, "Invalid e-mail address", "The e-mail address is not well formed."),
    INVALID_PASSWORD_FORMAT(
            Category.VALIDATION, "Invalid password", "The password does not meet the policy for its role."),
    COMMON_PASSWORD(
            Category.VALIDATION,
            "Password too common",
            "The password is among the first that anybody would try; choose another."),
    INVALID_UUID_FORMAT(Category.VALIDATION, "Invalid id", "An id is a UUID."),
    INVALID_DATETIME_FORMAT(Category.VALIDATION, "Invalid time", "A time is RFC 3339 in UTC, a date is yyyy-MM-dd."),
    INVALID_NAME_FORMAT(Category.VALIDATION, "Invalid name", "A name has 1 to 255 printable characters."),
    INVALID_ROLE(Category.VALIDATION, "Invalid role", "A role is USER, SUPPORT or ADMIN."),
    INVALID_STATUS(Category.VALIDATION, "Invalid status", "The status is none of this resource's."),
    INVALID_PAYMENT_TYPE(
            Category.VALIDATION, "Invalid payment type", "A payment is a TRANSFER, PAYMENT, DEPOSIT or WITHDRAWAL."),
    INVALID_CURRENCY_FORMAT(
            Category.VALIDATION, "Invalid currency", "A currency is an ISO 4217 code of three capitals.", "AM11"),
    INVALID_ACCOUNT_TYPE(
            Category.VALIDATION, "Invalid account type", "An account is CHECKING, SAVINGS, CREDIT or INVESTMENT."),
    INVALID_ACCOUNT_NAME_FORMAT(
            Category.VALIDATION, "Invalid account name", "An account name has 1 to 100 printable characters."),
    INVALID_DESCRIPTION_FORMAT(
            Category.VALIDATION, "Invalid remittance information", "Remittance information is printable text."),
    DESCRIPTION_REQUIRED(Category.VALIDATION, "Remittance information required", "A payment says what it is for."),
    DESCRIPTION_TOO_LONG(
            Category.VALIDATION,
            "Remittance information too long",
            "Remittance information has at most 140 characters."),
    INVALID_END_TO_END_ID(
            Category.VALIDATION, "Invalid end-to-end id", "An end-to-end id has 1 to 35 printable ASCII characters."),
    INVALID_IBAN(Category.VALIDATION, "Invalid IBAN", "The IBAN's country, length or check digits are wrong.", "AC01"),
    SAME_ACCOUNT(Category.VALIDATION, "Same account", "Debtor and creditor are the same account."),
    INVALID_EXECUTION_DATE(
            Category.VALIDATION,
            "Invalid execution date",
            "A payment is made today or on a later day, as the bank counts days.",
            "DT01"),
    INVALID_VALUE_DATE(
            Category.VALIDATION,
            "Invalid value date",
            "A value date is at most 30 days before or after the booking date.",
            "DT06"),
    TOO_MANY_PAYMENTS(Category.VALIDATION, "Too many payments", "One call makes at most 1000 payments."),
    MISSING_IDEMPOTENCY_KEY(
            Category.VALIDATION,
            "Missing idempotency key",
            "A call that moves money carries an Idempotency-Key header."),
    INVALID_IDEMPOTENCY_KEY(
            Category.VALIDATION,
            "Invalid idempotency key",
            "An idempotency key has 1 to 255 visible ASCII characters."),
    WEBHOOK_PROCESSING_FAILED(
            Category.VALIDATION, "Webhook not understood", "The notification is signed but cannot be understood."),
    INVALID_REASON_FORMAT(Category.VALIDATION, "Invalid reason", "A reason is a code of the error catalogue."),
    INVALID_RECURRENCE(
            Category.VALIDATION,
            "Invalid recurrence",
            "A standing order is DAILY, WEEKLY, MONTHLY or MONTH_END, and ends on a date, after a number of runs, or"
                    + " not at all."),
    INVALID_EXPLANATION(
            Category.VALIDATION,
            "Invalid explanation",
            "Whoever explains a decision does so in 1 to 255 printable characters."),
    INVALID_EVIDENCE(Category.VALIDATION, "Invalid evidence", "Evidence is told in 1 to 1000 printable characters."),
    INVALID_OUTCOME(Category.VALIDATION, "Invalid outcome", "A bank has EXECUTED a payment or NOT_EXECUTED it."),
    INVALID_BANK_CODE(
            Category.VALIDATION, "Invalid bank code", "A bank's code has 3 to 32 capitals, digits and underscores."),
    INVALID_COUNTRY(Category.VALIDATION, "Invalid country", "A country is a code of ISO 3166-1 with two capitals."),
    INVALID_BIC(Category.VALIDATION, "Invalid BIC", "A BIC has 8 or 11 characters and the code of its bank's country."),
    INVALID_ROUTING_NUMBER(
            Category.VALIDATION,
            "Invalid routing number",
            "A routing number has nine digits, of which the last checks the others."),
    INVALID_LINK_STATE(
            Category.VALIDATION,
            "Invalid state",
            "The state was not given to this caller, has served already, or is too old; the link has to be begun again."),
    INVALID_CHECKPOINT_FORMAT(
            Category.VALIDATION,
            "Invalid checkpoint",
            "The checkpoint is not one that this service could have signed."),
    INVALID_CHECKPOINT_SIGNATURE(
            Category.VALIDATION,
            "Invalid checkpoint signature",
            "The checkpoint is not signed by any of the keys at /.well-known/ledgerbank-keys.json."),
    INVALID_CATEGORY(Category.VALIDATION, "Unknown category", "The error catalogue has no such category."),
    INVALID_CATEGORY_FORMAT(
            Category.VALIDATION, "Invalid category", "A category is lower-case letters and underscores."),
    METHOD_NOT_ALLOWED(Category.VALIDATION, "Method not allowed", "The resource does not answer to this method.", 405),
    NOT_ACCEPTABLE(
            Category.VALIDATION, "Not acceptable", "The resource has no representation of the accepted types.", 406),
    PAYLOAD_TOO_LARGE(Category.VALIDATION, "Payload too large", "The body is larger than this service reads.", 413),
    URI_TOO_LONG(Category.VALIDATION, "Address too long", "The address is longer than this service reads.", 414),
    HTTPS_REQUIRED(
            Category.VALIDATION,
            "HTTPS required",
            "This service is called over HTTPS; what was sent in the clear is lost.",
            426),
    UNSUPPORTED_MEDIA_TYPE(
            Category.VALIDATION, "Unsupported media type", "The body is of a type this call does not read.", 415),
    INVALID_CREDENTIALS(Category.AUTHENTICATION, "Invalid credentials", "The e-mail address or the password is wrong."),
    INVALID_PASSWORD(Category.AUTHENTICATION, "Invalid password", "The current password is wrong."),
    INVALID_TOKEN(Category.AUTHENTICATION, "Invalid token", "The token is malformed or its signature is wrong."),
    TOKEN_EXPIRED(Category.AUTHENTICATION, "Token expired", "The token has expired; refresh it or log in again."),
    TOKEN_REVOKED(Category.AUTHENTICATION, "Token revoked", "The token was revoked; log in again."),
    INVALID_TOKEN_TYPE(
            Category.AUTHENTICATION,
            "Wrong kind of token",
            "A refresh token is not an access token, nor the other way round."),
    INVALID_REFRESH_TOKEN_FORMAT(
            Category.AUTHENTICATION, "Invalid refresh token", "The refresh token was not issued by this service."),
    INVALID_ISSUER(Category.AUTHENTICATION, "Wrong issuer", "The token was issued by someone else."),
    INVALID_AUDIENCE(Category.AUTHENTICATION, "Wrong audience", "The token is meant for another service."),
    TOKEN_NOT_YET_VALID(Category.AUTHENTICATION, "Token not yet valid", "The token's time has not begun."),
    MISSING_REQUIRED_CLAIMS(Category.AUTHENTICATION, "Missing claims", "The token lacks a required claim."),
    UNAUTHORIZED(Category.AUTHENTICATION, "Authentication required", "This call needs an access token."),
    INVALID_SIGNATURE(
            Category.AUTHENTICATION, "Invalid signature", "The notification is unsigned, wrongly signed or stale."),
    FORBIDDEN(Category.AUTHORIZATION, "Forbidden", "This is not allowed."),
    INSUFFICIENT_PERMISSIONS(Category.AUTHORIZATION, "Insufficient permissions", "The caller's role may not do this."),
    SELF_APPROVAL(
            Category.AUTHORIZATION,
            "A second person is needed",
            "Nobody decides what they have asked for themselves; it takes a second person."),
    UNAUTHORIZED_ACCESS(Category.AUTHORIZATION, "Unauthorised access", "The resource belongs to someone else."),
    RESOURCE_NOT_FOUND(Category.NOT_FOUND, "Not found", "There is nothing at this address."),
    USER_NOT_FOUND(Category.NOT_FOUND, "User not found", "There is no such user."),
    ACCOUNT_NOT_FOUND(Category.NOT_FOUND, "Account not found", "There is no such account for this caller."),
    PAYMENT_NOT_FOUND(Category.NOT_FOUND, "Payment not found", "There is no such payment for this caller."),
    TOKEN_NOT_FOUND(Category.NOT_FOUND, "Token not found", "There is no such refresh token."),
    APPROVAL_NOT_FOUND(Category.NOT_FOUND, "Approval not found", "There is no such request for approval."),
    STANDING_ORDER_NOT_FOUND(
            Category.NOT_FOUND, "Standing order not found", "There is no such standing order for this caller."),
    BANK_NOT_FOUND(Category.NOT_FOUND, "Bank not found", "There is no bank of this code.", "AGNT"),
    BANK_CONNECTION_NOT_FOUND(
            Category.NOT_FOUND, "Bank connection not found", "There is no such bank connection for this caller."),
    RECONCILIATION_RUN_NOT_FOUND(
            Category.NOT_FOUND, "Reconciliation not found", "There is no such run of the reconciliation."),
    RECONCILIATION_BREAK_NOT_FOUND(
            Category.NOT_FOUND, "Break not found", "The reconciliation has found no such break."),
    DEAD_LETTER_NOT_FOUND(Category.NOT_FOUND, "Dead letter not found", "There is no such dead letter."),
    PROJECTION_NOT_FOUND(Category.NOT_FOUND, "Projection not found", "There is no projection of this name."),
    REBUILD_NOT_FOUND(Category.NOT_FOUND, "Rebuild not found", "There is no such rebuild of this projection."),
    BATCH_NOT_FOUND(Category.NOT_FOUND, "Batch not found", "There is no such batch."),
    ATTESTATION_NOT_FOUND(Category.NOT_FOUND, "Attestation not found", "There is no such attestation."),
    EMAIL_ALREADY_EXISTS(Category.CONFLICT, "E-mail address taken", "A user with this e-mail address exists."),
    USER_HAS_OPEN_ACCOUNTS(
            Category.CONFLICT,
            "User has open accounts",
            "A user is deleted only when all of their accounts are closed."),
    ALREADY_PROCESSED(
            Category.CONFLICT, "Already processed", "The resource has moved on; this can no longer be done to it."),
    REBUILD_RUNNING(
            Category.CONFLICT,
            "Rebuild going on",
            "A projection is made anew once at a time; what goes on can be called off."),
    OUTCOME_UNKNOWN(
            Category.CONFLICT,
            "Outcome unknown",
            "The bank may have executed the payment; it is given up only once it certainly did not."),
    NOT_PARKED(
            Category.CONFLICT,
            "Not parked",
            "Only what waits for a person is resolved by hand; this payment can still be asked about or sent."),
    NOTHING_TO_RETRY(
            Category.CONFLICT, "Nothing to retry", "The bank is being called; its answer or the deadline comes first."),
    PAYMENT_PAUSED(Category.CONFLICT, "Payment paused", "The payment is paused; it has to be resumed first."),
    PAYMENT_MOVED_ON(
            Category.CONFLICT, "Payment moved on", "Something has happened to the payment since it was looked at."),
    BANK_ALREADY_EXISTS(Category.CONFLICT, "Bank known already", "There is a bank of this code already."),
    BANK_NAMED_BY_INSTALLATION(
            Category.CONFLICT,
            "Bank named by the installation",
            "What the installation's own configuration says of a bank is changed there."),
    BANK_CONNECTION_NOT_ACTIVE(
            Category.CONFLICT,
            "Bank connection not active",
            "The bank gives no access through this connection; the bank has to be linked again."),
    LIMITS_MOVED_ON(
            Category.CONFLICT,
            "Limits moved on",
            "The account's limits have changed since it was asked that they be raised."),
    APPROVAL_EXPIRED(
            Category.CONFLICT,
            "Approval expired",
            "Nobody decided the request for approval in time; it has to be asked for again."),
    NOT_REVERSIBLE(
            Category.CONFLICT,
            "Not reversible",
            "Only what was completed within our own books is taken back, and no more than was moved."),
    DUPLICATE_TRANSACTION(Category.CONFLICT, "Duplicate payment", "The same payment was made a moment ago.", "AM05"),
    DUPLICATE_END_TO_END_ID(
            Category.CONFLICT,
            "End-to-end id already used",
            "The debtor account has used this end-to-end id before.",
            "DUPL"),
    IDEMPOTENCY_KEY_IN_FLIGHT(
            Category.CONFLICT,
            "First request still running",
            "A request with this idempotency key is still being decided."),
    INSUFFICIENT_FUNDS(
            Category.BUSINESS_RULE, "Insufficient funds", "The available balance is smaller than the amount.", "AM04"),
    ACCOUNT_INACTIVE(Category.BUSINESS_RULE, "Account closed", "The account is closed.", "AC04"),
    ACCOUNT_FROZEN(Category.BUSINESS_RULE, "Account frozen", "The account is frozen for debits.", "AC06"),
    ACCOUNT_NOT_EMPTY(Category.BUSINESS_RULE, "Account not empty", "Only an account with a balance of zero is closed."),
    ACCOUNT_HAS_HOLDS(
            Category.BUSINESS_RULE,
            "Account has holds",
            "An account is closed only when no payment of it is on its way."),
    PASSWORD_UNSUITABLE(
            Category.BUSINESS_RULE,
            "Password too short for the role",
            "The user's password is too short for the role; the user has to change it first."),
    ACCOUNT_SUSPENDED(Category.BUSINESS_RULE, "Account suspended", "The account is suspended.", "AC06"),
    AMOUNT_EXCEEDS_LIMIT(
            Category.BUSINESS_RULE,
            "Single limit exceeded",
            "The amount is above the account's limit for one payment.",
            "AM14"),
    DAILY_LIMIT_EXCEEDED(
            Category.BUSINESS_RULE,
            "Daily limit exceeded",
            "The amount would exceed the account's limit for a day.",
            "AM14"),
    MONTHLY_LIMIT_EXCEEDED(
            Category.BUSINESS_RULE,
            "Monthly limit exceeded",
            "The amount would exceed the account's limit for a month.",
            "AM14"),
    NEGATIVE_AMOUNT(Category.BUSINESS_RULE, "Negative amount", "A limit is not negative.", "AM12"),
    NEGATIVE_BALANCE(
            Category.BUSINESS_RULE,
            "Negative balance",
            "The balance would fall below what the account allows.",
            "AM04"),
    BALANCE_OUT_OF_RANGE(
            Category.BUSINESS_RULE,
            "Balance out of range",
            "The balance would grow beyond what the ledger can hold.",
            "AM02"),
    CURRENCY_MISMATCH(
            Category.BUSINESS_RULE, "Currency mismatch", "The amount is not in the account's currency.", "AM03"),
    BULK_REFUSED(
            Category.BUSINESS_RULE,
            "One of the payments was refused",
            "Payments that are made all or none are refused as soon as one of them is; the errors name it and why."),
    BATCH_TOO_LARGE(
            Category.BUSINESS_RULE, "Batch too large", "A batch acts on at most 10000 payments; narrow its filter."),
    IDEMPOTENCY_KEY_REUSED(
            Category.BUSINESS_RULE, "Idempotency key reused", "The idempotency key was used for a different request."),
    INVALID_CREDITOR_ACCOUNT(
            Category.BUSINESS_RULE,
            "Creditor account unknown",
            "The creditor's bank does not know the account.",
            "AC03"),
    CREDITOR_ACCOUNT_CLOSED(
            Category.BUSINESS_RULE, "Creditor account closed", "The creditor's account is closed.", "AC04"),
    CREDITOR_ACCOUNT_BLOCKED(
            Category.BUSINESS_RULE, "Creditor account blocked", "The creditor's account is blocked.", "AC06"),
    AMOUNT_NOT_ALLOWED(
            Category.BUSINESS_RULE,
            "Amount refused by the bank",
            "The bank does not execute payments of this amount.",
            "AM02"),
    CREDITOR_NAME_MISMATCH(
            Category.BUSINESS_RULE,
            "Creditor name mismatch",
            "The creditor's name does not match the account.",
            "BE01"),
    REGULATORY_REFUSAL(
            Category.BUSINESS_RULE,
            "Refused for regulatory reasons",
            "The bank refused the payment for regulatory reasons.",
            "RR04"),
    BANK_REJECTED(
            Category.BUSINESS_RULE,
            "Refused by the bank",
            "The bank refused the payment without naming a reason.",
            "MS03"),
    BANK_REASON_UNMAPPED(
            Category.BUSINESS_RULE,
            "Refused for a reason that is not known",
            "The bank refused the payment with a code that nobody here has given a meaning yet.",
            "NARR"),
    BANK_INACTIVE(Category.BUSINESS_RULE, "Bank inactive", "Nothing new is begun with this bank.", "AGNT"),
    BANK_HOST_NOT_ALLOWED(
            Category.BUSINESS_RULE,
            "Bank's host not allowed",
            "A bank is called at hosts that the installation allows, and nowhere else."),
    BANK_MOVES_NO_MONEY(
            Category.BUSINESS_RULE,
            "Bank makes no payments",
            "No payment to others can be made through this bank.",
            "AG01"),
    BANK_NOT_LINKABLE(
            Category.BUSINESS_RULE, "Bank cannot be linked", "Accounts at this bank cannot be linked to this service."),
    AUTHORIZATION_REFUSED(
            Category.BUSINESS_RULE,
            "Authorisation refused",
            "The bank did not accept the authorisation: it was refused, is too old, or has served already."),
    BANK_ACCESS_REVOKED(
            Category.BUSINESS_RULE,
            "Access revoked",
            "The bank does not accept our access any more; its customer has to link the account again."),
    BANK_CONSENT_MISSING(
            Category.BUSINESS_RULE,
            "Consent missing",
            "The bank's customer has to approve the access in the bank's own app first."),
    RATE_LIMITED(
            Category.RATE_LIMIT,
            "Too many requests",
            "There were more requests than are answered; wait as long as Retry-After says."),
    TOO_MANY_FAILED_LOGINS(
            Category.RATE_LIMIT,
            "Too many failed logins",
            "This address has failed to log in as this user too often; wait as long as Retry-After says."),
    INTERNAL_SERVER_ERROR(
            Category.SYSTEM,
            "Internal error",
            "Something went wrong on our side; it has been logged under the correlation id."),
    DATABASE_ERROR(Category.SYSTEM, "Database error", "The database could not do what was asked of it."),
    CONFIGURATION_ERROR(Category.SYSTEM, "Configuration error", "The service is not configured for this."),
    TIMEOUT(
            Category.EXTERNAL_DEPENDENCY,
            "No answer in time",
            "A system this depends on did not answer in time.",
            "AB05"),
    SERVICE_UNAVAILABLE(
            Category.EXTERNAL_DEPENDENCY, "Unavailable", "A system this depends on is unavailable; try again.", "AB07"),
    PROJECTION_LAGGING(
            Category.EXTERNAL_DEPENDENCY,
            "Not there yet",
            "What is asked for does not show the write of the consistency token yet; try again."),
    BANK_API_ERROR(
            Category.EXTERNAL_DEPENDENCY,
            "Unusable answer from the bank",
            "The bank answered with something that cannot be used.",
            "AB09"),
    PAYMENT_PROVIDER_ERROR(
            Category.EXTERNAL_DEPENDENCY,
            "Payment provider failed",
            "The payment provider failed to process the payment.",
            "ED05");

    private static final Map<String, Reason> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Reason::code, Function.identity()));

    private final Category category;
    private final String title;
    private final String description;
    private final int status;
    private final String isoReason;

    Reason(Category category, String title, String description) {
        this(category, title, description, category.status(), "");
    }

    Reason(Category category, String title, String description, String isoReason) {
        this(category, title, description, category.status(), isoReason);
    }

    Reason(Category category, String title, String description, int status) {
        this(category, title, description, status, "");
    }

    Reason(Category category, String title, String description, int status, String isoReason) {
        this.category = category;
        this.title = title;
        this.description = description;
        this.status = status;
        this.isoReason = isoReason;
    }

    /** The stable name that clients, events and metrics know this reason by. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Reason> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    @JsonCreator
    static Reason read(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No reason has the code " + code));
    }

    public Category category() {
        return category;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    /** The HTTP status of a call refused for this reason; the category's, unless HTTP has a more exact one. */
    public int status() {
        return status;
    }

    public RetryPolicy retryPolicy() {
        return category.retryPolicy();
    }

    public Optional<String> isoReason() {
        return isoReason.isEmpty() ? Optional.empty() : Optional.of(isoReason);
    }
}
