package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.saga.bank.BankHttp.Exchange;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Monzo's authorisation code flow. PKCE goes beyond what Monzo's documentation asks for; a server that does not know it ignores it. */
final class MonzoConsent implements BankConsent {

    private final MonzoApi api;
    private final LinkTerms terms;
    private final Clock clock;

    MonzoConsent(MonzoApi api, LinkTerms terms, Clock clock) {
        this.api = api;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public URI askedAt(String state, String challenge) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", terms.clientId());
        query.put("redirect_uri", terms.redirectUri().toString());
        query.put("response_type", "code");
        query.put("state", state);
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        return URI.create(terms.authorizationUri() + "?" + MonzoApi.form(query));
    }

    @Override
    public BankAnswer<BankAccess> redeem(String code, String verifier) {
        return tokens(
                api,
                terms,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "redirect_uri",
                        terms.redirectUri().toString(),
                        "code",
                        code,
                        "code_verifier",
                        verifier),
                Reason.AUTHORIZATION_REFUSED,
                clock);
    }

    @Override
    public Optional<Reason> revoke(BankAccess access) {
        return switch (api.post("/oauth2/logout", Map.of(), access)) {
            // Monzo says 401 of a token that it does not accept any more: nothing is left to withdraw.
            case Exchange.Answered answer when answer.status() < 300 || answer.status() == 401 -> Optional.empty();
            case Exchange.Answered answer -> Optional.of(Reason.BANK_API_ERROR);
            case Exchange.NeverLeft unreachable -> Optional.of(Reason.SERVICE_UNAVAILABLE);
            case Exchange.InDoubt doubt -> Optional.of(doubt.reason());
        };
    }

    /** @param refused what a grant that Monzo does not accept means */
    static BankAnswer<BankAccess> tokens(
            MonzoApi api, LinkTerms terms, Map<String, String> grant, Reason refused, Clock clock) {
        Map<String, String> fields = new LinkedHashMap<>(grant);
        fields.put("client_id", terms.clientId());
        fields.put("client_secret", terms.clientSecret());
        Exchange exchange = api.post("/oauth2/token", fields, BankAccess.ourselves());
        if (exchange instanceof Exchange.Answered answer && answer.status() >= 400 && answer.status() < 404) {
            return new BankAnswer.Failed<>(refused, Optional.empty());
        }
        return MonzoApi.read(exchange, MonzoTokens.class, tokens -> tokens.toAccess(clock.instant()));
    }
}
