package io.ledgerbank.command.account;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.claim.ClaimResult;
import io.ledgerbank.command.claim.Claims;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.iban4j.CountryCode;

/** Gives every account an IBAN of its own, derived from the account's id. */
final class IbanIssuer {

    private static final String BANK_CODE = "LDGR";
    private static final long SORT_CODES = 1_000_000;
    private static final long ACCOUNT_NUMBERS = 100_000_000;

    /** A candidate is taken by chance alone; with ten million accounts one in ten million is. */
    private static final int MOST_CANDIDATES = 20;

    private IbanIssuer() {}

    /** @throws RejectedException {@code service_unavailable} when chance offers taken ones only */
    static Iban issue(AccountId accountId, Claims claims) {
        for (int candidate = 0; candidate < MOST_CANDIDATES; candidate++) {
            Iban iban = candidate(accountId, candidate);
            if (claims.claim(ClaimKind.IBAN, iban.value(), accountId) == ClaimResult.GRANTED) {
                return iban;
            }
        }
        throw new RejectedException(Reason.SERVICE_UNAVAILABLE, "No free IBAN was found; try again");
    }

    static Iban candidate(AccountId accountId, int number) {
        byte[] seed = (accountId + "/" + number).getBytes(StandardCharsets.US_ASCII);
        long digits = UUID.nameUUIDFromBytes(seed).getMostSignificantBits() >>> 1;
        String iban = new org.iban4j.Iban.Builder()
                .countryCode(CountryCode.GB)
                .bankCode(BANK_CODE)
                .branchCode("%06d".formatted(digits / ACCOUNT_NUMBERS % SORT_CODES))
                .accountNumber("%08d".formatted(digits % ACCOUNT_NUMBERS))
                .build()
                .toString();
        return Iban.parse(iban);
    }
}
