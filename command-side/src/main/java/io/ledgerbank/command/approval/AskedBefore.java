package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.claim.ClaimResult;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.eventlog.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Remembers which requests asked for the same, in claims that are numbered without a gap. Belongs to the lane's thread. */
final class AskedBefore {

    /** What somebody asks for and why, as a hash: a claim stays for good and tells nobody about accounts. */
    record Question(String hash) {

        static Question of(Proposal proposal, String reason, Caller caller) {
            String text = caller.userId() + "\n" + proposal + "\n" + reason;
            return new Question(
                    HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8))));
        }

        String key(int number) {
            return hash + "/" + number;
        }
    }

    private final Claims claims;

    AskedBefore(Claims claims) {
        this.claims = claims;
    }

    /** How often it was asked, found by few looks however often that was. */
    int times(Question question) {
        int times = 0;
        int step = 1;
        while (isTaken(question, times + step - 1)) {
            times += step;
            step *= 2;
        }
        while (step > 1) {
            step /= 2;
            if (isTaken(question, times + step - 1)) {
                times += step;
            }
        }
        return times;
    }

    /** All before it had ended when it was made. */
    Optional<ApprovalId> last(Question question, int times) {
        return times == 0
                ? Optional.empty()
                : claims.holderOf(ClaimKind.APPROVAL, question.key(times - 1)).map(ApprovalId::parse);
    }

    void remember(Question question, int times, ApprovalId request) {
        if (claims.claim(ClaimKind.APPROVAL, question.key(times), request) == ClaimResult.TAKEN) {
            throw new IllegalStateException("The number of a request for approval is taken: " + times);
        }
    }

    private boolean isTaken(Question question, int number) {
        return claims.holderOf(ClaimKind.APPROVAL, question.key(number)).isPresent();
    }
}
