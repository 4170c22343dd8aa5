package io.ledgerbank.app.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.saga.bank.BankSettings;
import io.ledgerbank.saga.bank.BankTerms;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** The names of environment variables that operators and docker-compose.yml give banks with. */
class BanksFromTheEnvironmentTest {

    private static final BankCode SIMBANK = new BankCode("SIMBANK");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^ +(LEDGERBANK_BANKS_[A-Z0-9_]+): (.+)$");

    @Test
    void a_bank_and_its_secret_and_the_time_outs_are_read() throws IOException {
        Map<String, Object> environment = Map.of(
                "LEDGERBANK_BANKS_DIRECTORY_0_CODE", "OTHERBANK",
                "LEDGERBANK_BANKS_DIRECTORY_0_NAME", "Other Bank",
                "LEDGERBANK_BANKS_DIRECTORY_0_COUNTRY", "DE",
                "LEDGERBANK_BANKS_DIRECTORY_0_APIENDPOINT", "https://api.other.example",
                "LEDGERBANK_BANKS_WEBHOOKSECRETS_OTHERBANK", "secret",
                "LEDGERBANK_BANKS_TIMEOUT", "7s",
                "LEDGERBANK_BANKS_CONNECTTIMEOUT", "1s");

        assertThat(bind(environment, BankDirectory.class).banks())
                .containsExactly(new Bank(
                        new BankCode("OTHERBANK"), "Other Bank", "DE", URI.create("https://api.other.example")));
        BankSettings settings = bind(environment, BankSettings.class);
        assertThat(settings.webhookSecretOf(new BankCode("OTHERBANK"))).contains("secret");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_holds_for_one_bank_alone_is_read() throws IOException {
        BankSettings settings = bind(
                Map.of(
                        "LEDGERBANK_BANKS_CONCURRENTCALLS", "8",
                        "LEDGERBANK_BANKS_BREAKER_OPENFOR", "30s",
                        "LEDGERBANK_BANKS_TERMS_OTHERBANK_TIMEOUT", "9s",
                        "LEDGERBANK_BANKS_TERMS_OTHERBANK_CONCURRENTCALLS", "3",
                        "LEDGERBANK_BANKS_TERMS_OTHERBANK_CALLSPERSECOND", "7",
                        "LEDGERBANK_BANKS_TERMS_OTHERBANK_CAPABILITIES", "DEDUPES"),
                BankSettings.class);

        BankTerms other = settings.termsOf(new BankCode("OTHERBANK"));
        assertThat(other.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(other.concurrentCalls()).isEqualTo(3);
        assertThat(other.callsPerSecond()).hasValue(7);
        assertThat(other.breaker().openFor()).isEqualTo(Duration.ofSeconds(30));
        assertThat(other.dedupes()).isTrue();
        assertThat(other.inquires()).isFalse();
        assertThat(settings.termsOf(SIMBANK).concurrentCalls()).isEqualTo(8);
    }

    @Test
    void the_old_bank_that_comes_along_offers_nothing_to_whoever_is_in_doubt() throws IOException {
        BankTerms old = bind(Map.of(), BankSettings.class).termsOf(new BankCode("OLDBANK"));

        assertThat(old.dedupes()).isFalse();
        assertThat(old.inquires()).isFalse();
    }

    @Test
    void docker_compose_knows_the_simulator_and_its_secret() throws IOException {
        String compose = Files.readString(Path.of("..", "docker-compose.yml"));
        Map<String, Object> environment = new HashMap<>(VARIABLE.matcher(compose)
                .results()
                .collect(Collectors.toMap((MatchResult line) -> line.group(1), line -> line.group(2))));
        environment.replaceAll((name, value) -> value.toString().replaceAll("\\$\\{([A-Z_]+)[^}]*}", "value of $1"));

        assertThat(bind(environment, BankDirectory.class).banks())
                .containsExactly(new Bank(SIMBANK, "Simulated Bank", "GB", URI.create("http://simulator:8090")));
        assertThat(bind(environment, BankSettings.class).webhookSecretOf(SIMBANK))
                .contains("value of SIMBANK_WEBHOOK_SECRET");
        assertThat(compose)
                .contains("LEDGERBANK_SIMULATOR_NOTIFICATION_URL: http://app:8080/api/webhooks/SIMBANK")
                .contains("LEDGERBANK_SIMULATOR_NOTIFICATION_SECRET: ${SIMBANK_WEBHOOK_SECRET}");
    }

    /** The environment over what LedgerBank ships with, as when it starts. */
    private static <T> T bind(Map<String, Object> environment, Class<T> type) throws IOException {
        var sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource("systemEnvironment", environment));
        for (PropertySource<?> shipped :
                new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml"))) {
            sources.addLast(shipped);
        }
        return new Binder(ConfigurationPropertySources.from(sources)).bindOrCreate("ledgerbank.banks", type);
    }
}
