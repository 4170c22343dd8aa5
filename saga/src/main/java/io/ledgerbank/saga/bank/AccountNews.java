package io.ledgerbank.saga.bank;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a bank may tell of an account: that something happened on it, which is then read there. */
record AccountNews(@Nullable String type, @Nullable Data data) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String LINE_ADDED = "transaction.created";

    record Data(@JsonProperty("account_id") @Nullable String accountId) {}

    /** The account, if this is such news at all. */
    static Optional<String> accountIn(String text) {
        try {
            AccountNews news = JSON.readValue(text, AccountNews.class);
            return news == null || !LINE_ADDED.equals(news.type()) || news.data() == null
                    ? Optional.empty()
                    : Optional.of(Untrusted.id(news.data().accountId()));
        } catch (JacksonException | Untrusted.Unusable nonsense) {
            return Optional.empty();
        }
    }
}
