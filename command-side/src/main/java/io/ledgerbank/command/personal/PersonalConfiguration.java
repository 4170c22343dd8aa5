package io.ledgerbank.command.personal;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the keys of persons. */
@Configuration(proxyBeanMethods = false)
class PersonalConfiguration {

    @Bean
    PersonKeys personKeys(DataSource database) {
        return new PersonKeys(new PersonKeyTable(database));
    }
}
