package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Reads the notifications of banks, once it is sure of their origin. Thread-safe. */
public final class BankNotifications {

    private final BankSettings settings;
    private final Verdicts verdicts;
    private final Clock clock;

    BankNotifications(BankSettings settings, Verdicts verdicts, Clock clock) {
        this.settings = settings;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /**
     * Who speaks.
     *
     * @param provider the bank's code in any case, as in the address that was called
     * @throws RejectedException {@code invalid_signature} unless the bank signed these very bytes and the
     *     timestamp, which the signature does not cover, is within five minutes of now
     */
    public BankCode authenticate(String provider, String signature, String timestamp, byte[] body) {
        Optional<BankCode> bank = codeOf(provider);
        boolean genuine = bank.flatMap(settings::webhookSecretOf)
                .filter(secret -> WebhookSignature.isValid(signature, body, secret))
                .isPresent();
        if (!genuine || !WebhookSignature.isRecent(timestamp, clock.instant())) {
            throw new RejectedException(
                    Reason.INVALID_SIGNATURE, "The notification is unsigned, wrongly signed or stale");
        }
        return bank.orElseThrow();
    }

    /** The account that something happened on, where the bank tells of that and not of an instruction. */
    public Optional<String> accountIn(byte[] body) {
        return AccountNews.accountIn(new String(body, StandardCharsets.UTF_8));
    }

    /**
     * What an authenticated bank says of an instruction.
     *
     * @throws RejectedException {@code webhook_processing_failed} if that is nothing certain
     */
    public BankNotification read(BankCode bank, byte[] body) {
        BankReply reply = BankReply.parse(new String(body, StandardCharsets.UTF_8));
        PaymentId instructionId = instructionIdOf(reply);
        Outcome outcome = verdicts.on(instructionId.toString(), bank, reply);
        if (outcome instanceof Outcome.Unknown) {
            throw notUnderstood("The notification tells no final outcome");
        }
        return new BankNotification(bank, instructionId, outcome, amountIn(reply));
    }

    private static Optional<Money> amountIn(BankReply reply) {
        try {
            return reply.money();
        } catch (BankReply.NoSuchMoney nonsense) {
            throw notUnderstood("The notification names a sum that is none");
        }
    }

    private static Optional<BankCode> codeOf(String provider) {
        try {
            return Optional.of(new BankCode(provider.toUpperCase(Locale.ROOT)));
        } catch (RejectedException noSuchCode) {
            return Optional.empty();
        }
    }

    private static PaymentId instructionIdOf(BankReply reply) {
        if (reply.instructionId() == null) {
            throw notUnderstood("The notification names no instruction");
        }
        try {
            return PaymentId.parse(reply.instructionId());
        } catch (RejectedException malformed) {
            throw notUnderstood("The notification names no instruction of ours");
        }
    }

    private static RejectedException notUnderstood(String detail) {
        return new RejectedException(Reason.WEBHOOK_PROCESSING_FAILED, detail);
    }
}
