package io.ledgerbank.command.user;

import io.ledgerbank.command.securitylog.SecurityLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the way in through pages. */
@Configuration(proxyBeanMethods = false)
class PageLoginConfiguration {

    @Bean
    PageLogins pageLogins(
            Sessions sessions, Credentials credentials, SecurityLog log, AccessTokens tokens, LiveSessions live) {
        return new PageLogins(new WatchedDoor(sessions, credentials, log, "/dashboard/"), tokens, live);
    }
}
