package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.Banks;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the banks that this service knows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BankSettings.class)
class BankConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    HttpClient bankHttpClient(BankSettings settings) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    @Bean
    Verdicts bankVerdicts(MeterRegistry meters, Clock clock) {
        return new Verdicts(new IsoReasons(meters), clock);
    }

    @Bean
    BankGateways bankGateways(
            Banks banks,
            HttpClient bankHttpClient,
            Verdicts bankVerdicts,
            BankSettings settings,
            MeterRegistry meters,
            Clock clock) {
        BankHttp http = new BankHttp(bankHttpClient);
        return new BankGateways(
                banks,
                bank -> new MeteredGateway(
                        bank.code(),
                        new SimulatorGateway(bank, http, bankVerdicts, settings.timeout(), clock),
                        meters));
    }

    @Bean
    BankNotifications bankNotifications(BankSettings settings, Verdicts bankVerdicts, Clock clock) {
        return new BankNotifications(settings, bankVerdicts, clock);
    }
}
