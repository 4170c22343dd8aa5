package io.ledgerbank.app.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.checklist.People.Person;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Items 1 to 5: no token but a genuine one opens anything. */
@WholeApp
class TokensChecklistTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private SecretKey jwtKey;

    private People people;
    private Person alice;
    private ForgedToken forged;

    @BeforeEach
    void somebody_is_logged_in() {
        people = new People(port, registrations);
        alice = people.person(Role.USER);
        forged = ForgedToken.from(alice.token());
    }

    @Test
    void item_01_no_token_or_one_in_the_address_is_401() {
        people.anybody().get("/api/accounts").isProblem(401, "unauthorized");
        people.anybody().get("/api/accounts?access_token=" + alice.token()).isProblem(401, "unauthorized");
        alice.client().get("/api/accounts").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "NONE", ""})
    void item_02_an_unsigned_token_is_401(String algorithm) {
        ForgedToken unsigned = forged.header(header -> header.put("alg", algorithm));

        assertRefused(unsigned.unsigned(), "invalid_token");
        assertRefused(unsigned.signed(new byte[] {1}), "invalid_token");
    }

    @Test
    void item_03_a_token_signed_with_a_public_key_is_401() throws Exception {
        byte[] publicKey = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPublic()
                .getEncoded();

        assertRefused(forged.signed(publicKey), "invalid_token");
        assertRefused(forged.header(header -> header.put("alg", "RS256")).signed(publicKey), "invalid_token");
    }

    @Test
    void item_04_a_token_that_names_its_own_key_is_401_and_nobody_is_called() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.close();
        });
        canary.start();
        try {
            String url = "http://127.0.0.1:" + canary.getAddress().getPort() + "/keys";
            byte[] own = "a key of the attacker's own, long enough".getBytes(StandardCharsets.US_ASCII);
            for (String kid : new String[] {"../../dev/null", "' OR 1=1--", "/proc/self/environ", ""}) {
                assertRefused(forged.header(header -> header.put("kid", kid)).signed(own), "invalid_token");
                assertRefused(forged.header(header -> header.put("kid", kid)).signed(new byte[] {0}), "invalid_token");
            }
            assertRefused(
                    forged.header(header -> header.putObject("jwk")
                                    .put("kty", "oct")
                                    .put("k", "YSBrZXkgb2YgdGhlIGF0dGFja2VyJ3Mgb3duLCBsb25nIGVub3VnaA"))
                            .signed(own),
                    "invalid_token");
            assertRefused(forged.header(header -> header.put("jku", url)).signed(own), "invalid_token");
            assertRefused(forged.header(header -> header.put("x5u", url)).signed(own), "invalid_token");
        } finally {
            canary.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    /** Even somebody who knew the secret would have to get every claim right. */
    @Test
    void item_05_a_token_with_a_wrong_claim_is_401() {
        byte[] secret = jwtKey.getEncoded();
        long past = 1_700_000_000L;
        long future = 4_000_000_000L;

        assertRefused(forged.claims(claims -> claims.put("exp", past)).signed(secret), "token_expired");
        assertRefused(forged.claims(claims -> claims.put("nbf", future)).signed(secret), "token_not_yet_valid");
        assertRefused(forged.claims(claims -> claims.put("iss", "evil")).signed(secret), "invalid_issuer");
        assertRefused(forged.claims(claims -> claims.put("aud", "another-bank")).signed(secret), "invalid_audience");
        assertRefused(forged.claims(claims -> claims.put("type", "refresh")).signed(secret), "invalid_token_type");
        assertRefused(alice.session().text("refreshToken"), "invalid_token");
        people.anybody().bearing(forged.signed(secret)).get("/api/accounts").is(200);
    }

    private void assertRefused(String token, String code) {
        people.anybody().bearing(token).get("/api/accounts").isProblem(401, code);
    }
}
