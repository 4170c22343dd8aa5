package io.ledgerbank.command.user;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the way in through pages. */
@Configuration(proxyBeanMethods = false)
class PageLoginConfiguration {

    @Bean
    PageLogins pageLogins(Sessions sessions, AccessTokens tokens, LiveSessions live) {
        return new PageLogins(sessions, tokens, live);
    }
}
