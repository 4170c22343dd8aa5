package io.ledgerbank.command.user;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.PrematureJwtException;
import io.jsonwebtoken.UnsupportedJwtException;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Issues and verifies access tokens: JWTs signed with HS256 and nothing else. Thread-safe. */
public class AccessTokens {

    static final Duration LIFETIME = Duration.ofMinutes(15);
    static final String LEDGERBANK = "ledgerbank";
    static final String ROLE = "role";
    static final String TYPE = "type";
    static final String ACCESS = "access";
    static final String SESSION = "sid";

    private static final List<String> REQUIRED = List.of(
            Claims.SUBJECT,
            Claims.ISSUER,
            Claims.AUDIENCE,
            Claims.ISSUED_AT,
            Claims.NOT_BEFORE,
            Claims.EXPIRATION,
            Claims.ID,
            ROLE,
            TYPE,
            SESSION);

    private final JwtKeys keys;
    private final Clock clock;
    private final JwtParser parser;

    AccessTokens(JwtKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.parser = Jwts.parser()
                .keyLocator(this::keyOf)
                .clock(() -> Date.from(clock.instant()))
                .sig()
                .clear()
                .add(Jwts.SIG.HS256)
                .and()
                .zip()
                .clear()
                .and()
                .build();
    }

    /** Of one key and no former ones. */
    public static AccessTokens signedWith(SecretKey key, Clock clock) {
        return new AccessTokens(new JwtKeys(key, List.of()), clock);
    }

    /** For a user who has just proved to be one. */
    public String issue(UserDetails user, SessionId session) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return Jwts.builder()
                .header()
                .keyId(keys.currentId())
                .and()
                .subject(user.id().toString())
                .claim(ROLE, user.role().name())
                .claim(TYPE, ACCESS)
                .claim(SESSION, session.toString())
                .issuer(LEDGERBANK)
                .audience()
                .add(LEDGERBANK)
                .and()
                .id(Uuids.next().toString())
                .issuedAt(Date.from(now))
                .notBefore(Date.from(now))
                .expiration(Date.from(now.plus(LIFETIME)))
                .signWith(keys.current(), Jwts.SIG.HS256)
                .compact();
    }

    /**
     * @throws RejectedException the catalogue's reason for what is wrong: {@code token_expired}, {@code
     *     token_not_yet_valid}, {@code missing_required_claims}, {@code invalid_issuer}, {@code invalid_audience}, {@code
     *     invalid_token_type}, or {@code invalid_token} for all else
     */
    public AccessToken verify(String token) {
        try {
            return read(parser.parseSignedClaims(token).getPayload());
        } catch (ExpiredJwtException expired) {
            throw rejected(Reason.TOKEN_EXPIRED);
        } catch (PrematureJwtException premature) {
            throw rejected(Reason.TOKEN_NOT_YET_VALID);
        } catch (JwtException | IllegalArgumentException invalid) {
            throw rejected(Reason.INVALID_TOKEN);
        }
    }

    /** The id only chooses among our own keys; nothing else in the header is looked at. */
    private Key keyOf(Header header) {
        return Optional.ofNullable(header instanceof JwsHeader signed ? signed.getKeyId() : null)
                .flatMap(keys::find)
                .orElseThrow(() -> new UnsupportedJwtException("The token is not signed with a key of ours"));
    }

    private static AccessToken read(Claims claims) {
        require(claims.keySet().containsAll(REQUIRED), Reason.MISSING_REQUIRED_CLAIMS);
        require(LEDGERBANK.equals(claims.getIssuer()), Reason.INVALID_ISSUER);
        require(claims.getAudience().contains(LEDGERBANK), Reason.INVALID_AUDIENCE);
        require(ACCESS.equals(claims.get(TYPE)), Reason.INVALID_TOKEN_TYPE);
        try {
            return new AccessToken(
                    UserId.parse(claims.getSubject()),
                    role(claims.get(ROLE)),
                    SessionId.parse(String.valueOf(claims.get(SESSION))),
                    claims.getExpiration().toInstant());
        } catch (RejectedException noUser) {
            throw rejected(Reason.INVALID_TOKEN);
        }
    }

    /** The service itself has a role too, but never a token. */
    private static Role role(@Nullable Object name) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM && role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> rejected(Reason.INVALID_TOKEN));
    }

    private static void require(boolean met, Reason otherwise) {
        if (!met) {
            throw rejected(otherwise);
        }
    }

    private static RejectedException rejected(Reason reason) {
        return new RejectedException(reason, reason.description());
    }
}
