package io.ledgerbank.benchmarks.micro;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.app.traffic.RateLimits;
import io.ledgerbank.command.user.AccessToken;
import io.ledgerbank.command.user.AccessTokens;
import io.ledgerbank.command.user.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What every request pays at the door: its access token is checked, and it is counted. The goal is 50 microseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DoorBenchmark {

    private static final byte[] SECRET = "a-secret-of-the-benchmarks-of-32-bytes".getBytes(StandardCharsets.US_ASCII);

    private final AccessTokens tokens =
            AccessTokens.signedWith(new SecretKeySpec(SECRET, "HmacSHA256"), Clock.systemUTC());
    private final RateLimits limits = RateLimits.perMinute(Integer.MAX_VALUE);
    private String token = "";

    /** Anew for each iteration, as tokens expire. */
    @Setup(Level.Iteration)
    public void logIn() {
        UserDetails user = new UserDetails(
                UserId.next(),
                "alice@example.com",
                "Alice",
                Role.USER,
                UserStatus.ACTIVE,
                Clock.systemUTC().instant());
        token = tokens.issue(user, new SessionId(UUID.randomUUID()));
    }

    @Benchmark
    public AccessToken checkingTheToken() {
        return tokens.verify(token);
    }

    @Benchmark
    public RateLimits.Count checkingTheTokenAndCounting() {
        AccessToken checked = tokens.verify(token);
        return limits.count(RateLimits.Kind.REQUESTS, checked.userId().toString());
    }
}
