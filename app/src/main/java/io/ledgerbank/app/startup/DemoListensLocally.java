package io.ledgerbank.app.startup;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Keeps a start with the published demo passwords off the network, unless {@code SERVER_ADDRESS} says otherwise. */
final class DemoListensLocally implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!DatabaseConditions.isExternal(environment)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("demoListensLocally", Map.of("server.address", "127.0.0.1")));
        }
    }
}
