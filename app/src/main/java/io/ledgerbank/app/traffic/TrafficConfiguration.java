package io.ledgerbank.app.traffic;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Wires what looks at a request before anybody asks who is calling; the limits are enforced by the security chains. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrafficProperties.class)
class TrafficConfiguration {

    /** Behind the filters that tell failures as problems. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    static final int BEHIND_THE_PROXIES = FIRST + 1;

    @Bean
    RateLimits rateLimits(TrafficProperties settings) {
        return new RateLimits(settings, TimeMeter.SYSTEM_MILLISECONDS);
    }

    @Bean
    FilterRegistrationBean<Filter> proxyFilter(TrafficProperties settings) {
        return registered(new ProxyFilter(settings.proxies()), FIRST);
    }

    @Bean
    FilterRegistrationBean<Filter> addressLimitFilter() {
        return registered(new AddressLimitFilter(), BEHIND_THE_PROXIES + 1);
    }

    private static FilterRegistrationBean<Filter> registered(Filter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
