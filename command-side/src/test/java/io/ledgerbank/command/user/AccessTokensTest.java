package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final byte[] SECRET = "a secret that is long enough for sha-512 too, all of its sixty-four bytes"
            .getBytes(StandardCharsets.UTF_8);
    private static final SecretKey KEY = new SecretKeySpec(SECRET, "HmacSHA256");
    private static final UserDetails ALICE =
            new UserDetails(UserId.next(), "alice@example.com", "Alice", Role.USER, UserStatus.ACTIVE, NOW);

    private static final String KID = JwtKeys.idOf(KEY);
    private static final SessionId SESSION = new SessionId(new UUID(7, 7));

    private final AccessTokens tokens = at(NOW);

    @Test
    void a_token_says_who_may_act_until_when() {
        AccessToken token = tokens.verify(tokens.issue(ALICE, SESSION));

        assertThat(token).isEqualTo(new AccessToken(ALICE.id(), Role.USER, SESSION, NOW.plusSeconds(900)));
    }

    @Test
    void a_token_tells_nothing_personal() {
        assertThat(payload(tokens.issue(ALICE, SESSION))).doesNotContain("alice", "Alice");
    }

    @Test
    void a_token_ends_after_fifteen_minutes() {
        String token = tokens.issue(ALICE, SESSION);

        assertThat(at(NOW.plusSeconds(899)).verify(token).userId()).isEqualTo(ALICE.id());
        assertRefused(at(NOW.plusSeconds(901)), token, Reason.TOKEN_EXPIRED);
    }

    @Test
    void each_wrong_claim_has_its_reason() {
        assertRefused(claims -> claims.issuer("evil"), Reason.INVALID_ISSUER);
        assertRefused(claims -> claims.audience().single("another-bank"), Reason.INVALID_AUDIENCE);
        assertRefused(claims -> claims.claim("type", "refresh"), Reason.INVALID_TOKEN_TYPE);
        assertRefused(claims -> claims.notBefore(after(60)), Reason.TOKEN_NOT_YET_VALID);
        assertRefused(claims -> claims.expiration(after(-60)), Reason.TOKEN_EXPIRED);
        assertRefused(claims -> claims.subject("nobody"), Reason.INVALID_TOKEN);
        assertRefused(claims -> claims.claim("role", "SYSTEM"), Reason.INVALID_TOKEN);
        assertRefused(claims -> claims.claim("role", "ROOT"), Reason.INVALID_TOKEN);
        assertRefused(claims -> claims.claim("role", 1), Reason.INVALID_TOKEN);
        assertRefused(claims -> claims.claim("sid", "none"), Reason.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "role", "type", "iss", "aud", "iat", "nbf", "exp", "jti", "sid"})
    void each_claim_is_required(String claim) {
        assertRefused(claims -> claims.claims().delete(claim).and(), Reason.MISSING_REQUIRED_CLAIMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "NONE", ""})
    void an_unsigned_token_is_none(String algorithm) {
        String header = encode(header(algorithm));
        String payload = tokens.issue(ALICE, SESSION).split("\\.")[1];

        assertRefused(tokens, header + "." + payload + ".", Reason.INVALID_TOKEN);
        assertRefused(tokens, header + "." + payload, Reason.INVALID_TOKEN);
        assertRefused(
                tokens,
                header + "." + payload + "." + tokens.issue(ALICE, SESSION).split("\\.")[2],
                Reason.INVALID_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"HS384, HmacSHA384", "HS512, HmacSHA512"})
    void no_other_algorithm_will_do_even_with_our_key(String algorithm, String mac) throws Exception {
        assertRefused(tokens, signed(header(algorithm), mac, SECRET), Reason.INVALID_TOKEN);
    }

    @Test
    void another_key_is_not_ours() throws Exception {
        byte[] other = "another secret, of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8);

        assertRefused(tokens, signed(header("HS256"), "HmacSHA256", other), Reason.INVALID_TOKEN);
        assertRefused(tokens, signed(header("HS256"), "HmacSHA256", new byte[] {0}), Reason.INVALID_TOKEN);
    }

    @Test
    void a_key_that_signs_no_more_is_good_for_what_it_has_signed() {
        SecretKey next = new SecretKeySpec(
                "the next secret, of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        AccessTokens rotated = new AccessTokens(new JwtKeys(next, List.of(KEY)), clock);
        AccessTokens finished = new AccessTokens(new JwtKeys(next, List.of()), clock);
        String before = tokens.issue(ALICE, SESSION);

        assertThat(rotated.verify(before).userId()).isEqualTo(ALICE.id());
        assertThat(finished.verify(rotated.issue(ALICE, SESSION)).userId()).isEqualTo(ALICE.id());
        assertRefused(finished, before, Reason.INVALID_TOKEN);
        assertRefused(tokens, rotated.issue(ALICE, SESSION), Reason.INVALID_TOKEN);
    }

    @Test
    void a_token_without_a_key_id_is_none() throws Exception {
        assertRefused(tokens, signed("{\"alg\":\"HS256\"}", "HmacSHA256", SECRET), Reason.INVALID_TOKEN);
    }

    @Test
    void a_public_key_is_no_secret() throws Exception {
        KeyPair pair = Jwts.SIG.RS256.keyPair().build();

        assertRefused(
                tokens,
                complete(Jwts.builder())
                        .signWith(pair.getPrivate(), Jwts.SIG.RS256)
                        .compact(),
                Reason.INVALID_TOKEN);
        assertRefused(
                tokens, signed(header("HS256"), "HmacSHA256", pair.getPublic().getEncoded()), Reason.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\",\"kid\":\"../../dev/null\"}",
                "{\"alg\":\"HS256\",\"kid\":\"' OR 1=1--\"}",
                "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
                "{\"alg\":\"HS256\",\"jku\":\"http://127.0.0.1:1/keys\"}",
                "{\"alg\":\"HS256\",\"x5u\":\"http://127.0.0.1:1/cert\"}"
            })
    void a_token_does_not_choose_the_key_it_is_checked_with(String header) throws Exception {
        assertRefused(tokens, signed(header, "HmacSHA256", new byte[] {0}), Reason.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"zip\":\"DEF\"", "\"crit\":[\"x\"],\"x\":1"})
    void nothing_is_unpacked_or_taken_for_understood(String field) throws Exception {
        String header = header("HS256").replace("}", "," + field + "}");

        assertRefused(tokens, signed(header, "HmacSHA256", SECRET), Reason.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a.b.c", "nonsense", "eyJhbGciOiJIUzI1NiJ9..", "\u0000"})
    void nonsense_is_no_token(String text) {
        assertRefused(tokens, text, Reason.INVALID_TOKEN);
    }

    private static AccessTokens at(Instant now) {
        return new AccessTokens(new JwtKeys(KEY, List.of()), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void assertRefused(UnaryOperator<JwtBuilder> change, Reason reason) {
        String token = change.apply(complete(Jwts.builder()))
                .signWith(KEY, Jwts.SIG.HS256)
                .compact();
        assertRefused(tokens, token, reason);
    }

    private static void assertRefused(AccessTokens tokens, String token, Reason reason) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tokens.verify(token))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static JwtBuilder complete(JwtBuilder token) {
        return token.header()
                .keyId(KID)
                .and()
                .subject(ALICE.id().toString())
                .claim("role", "USER")
                .claim("type", "access")
                .claim("sid", SESSION.toString())
                .issuer("ledgerbank")
                .audience()
                .add("ledgerbank")
                .and()
                .id("1")
                .issuedAt(after(0))
                .notBefore(after(0))
                .expiration(after(900));
    }

    private String signed(String header, String algorithm, byte[] secret) throws Exception {
        String content = encode(header) + "." + tokens.issue(ALICE, SESSION).split("\\.")[1];
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret, algorithm));
        return content + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String header(String algorithm) {
        return "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, KID);
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Date after(long seconds) {
        return Date.from(NOW.plus(Duration.ofSeconds(seconds)));
    }
}
