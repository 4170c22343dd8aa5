package io.ledgerbank.saga.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bank says of an instruction, in an answer or a notification. It comes from outside: anything may be missing or
 * wrong.
 */
record BankReply(
        @Nullable String instructionId,
        @Nullable String status,
        @Nullable String isoReason,
        @Nullable String bankReference,
        @Nullable LocalDate valueDate) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final BankReply NOTHING = new BankReply(null, null, null, null, null);

    /** A text that is no such reply says nothing. */
    static BankReply parse(String text) {
        try {
            BankReply reply = JSON.readValue(text, BankReply.class);
            return reply == null ? NOTHING : reply;
        } catch (JacksonException nonsense) {
            return NOTHING;
        }
    }
}
