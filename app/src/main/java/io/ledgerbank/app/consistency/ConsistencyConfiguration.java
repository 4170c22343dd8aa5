package io.ledgerbank.app.consistency;

import io.ledgerbank.command.eventlog.SeenHeads;
import io.ledgerbank.query.projection.Progress;
import jakarta.servlet.Filter;
import javax.crypto.SecretKey;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires tokens into every answer to a command and every query. */
@Configuration(proxyBeanMethods = false)
class ConsistencyConfiguration {

    /** Behind the filters that name the conversation, tell failures and bound bodies. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    ConsistencyTokens consistencyTokens(SecretKey jwtKey) {
        return new ConsistencyTokens(jwtKey);
    }

    @Bean
    FilterRegistrationBean<Filter> tellingOfWrites(ConsistencyTokens tokens, SeenHeads seen) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(
                new TellingOfWrites(tokens, () -> seen.newest().position()));
        filter.setOrder(ORDER);
        return filter;
    }

    @Bean
    WebMvcConfigurer exactReading(ConsistencyTokens tokens, Progress progress) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ExactReading(tokens, progress));
            }
        };
    }
}
