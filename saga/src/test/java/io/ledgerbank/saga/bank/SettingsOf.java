package io.ledgerbank.saga.bank;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as the service reads them. */
interface SettingsOf {

    static BankSettings banks(String... settings) {
        Map<String, String> properties = Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> "ledgerbank.banks." + setting[0], setting -> setting[1]));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ledgerbank.banks", BankSettings.class);
    }
}
