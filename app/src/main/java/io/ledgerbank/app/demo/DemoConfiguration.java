package io.ledgerbank.app.demo;

import io.ledgerbank.app.startup.ConditionalOnEmbeddedDatabase;
import io.ledgerbank.app.startup.StartupRefused;
import io.ledgerbank.command.user.Registrations;
import java.util.Random;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has payments flow where they are asked for, and only where nobody's money is at stake. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedDatabase
@ConditionalOnBooleanProperty(name = "ledgerbank.simulator.enabled", matchIfMissing = true)
@ConditionalOnExpression("'${ledgerbank.demo.traffic:0}' != '0'")
class DemoConfiguration {

    private static final int MOST = 600;

    @Bean
    DemoTraffic demoTraffic(
            Registrations registrations, CommandGateway commands, @Value("${ledgerbank.demo.traffic}") int aMinute) {
        if (aMinute < 1 || aMinute > MOST) {
            throw new StartupRefused(
                    "LEDGERBANK_DEMO_TRAFFIC is the number of payments a minute, from 0 to " + MOST + ".");
        }
        return new DemoTraffic(registrations, commands, new MadeUpPayments(new Random()), aMinute);
    }
}
