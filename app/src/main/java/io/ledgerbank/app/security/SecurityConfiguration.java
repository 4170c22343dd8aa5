package io.ledgerbank.app.security;

import io.ledgerbank.app.http.Problems;
import io.ledgerbank.app.http.Refusals;
import io.ledgerbank.app.traffic.RateLimitFilter;
import io.ledgerbank.app.traffic.RateLimits;
import io.ledgerbank.command.securitylog.SecurityLog;
import io.ledgerbank.command.user.AccessTokens;
import io.ledgerbank.command.user.LiveSessions;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is open, what needs a caller, and that everything else is shut. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Duration STATUS_MEMORY = Duration.ofSeconds(3);

    @Bean
    Gatekeeper gatekeeper(Problems problems) {
        return new Gatekeeper(problems);
    }

    /** The last one: whatever no other chain is there for is the API's, or shut. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain api(
            HttpSecurity http, AccessTokens tokens, LiveSessions sessions, Gatekeeper gatekeeper, RateLimits limits) {
        var contexts = new RequestAttributeSecurityContextRepository();
        var bearer = new BearerTokenFilter(tokens, new LiveCallers(sessions, STATUS_MEMORY), contexts);
        return stateless(http)
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterBefore(bearer, AnonymousAuthenticationFilter.class)
                .addFilterAfter(new RateLimitFilter(limits), AnonymousAuthenticationFilter.class)
                .headers(SafeHeaders::apply)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(gatekeeper).accessDeniedHandler(gatekeeper))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(CorsUtils::isPreFlightRequest)
                        .denyAll()
                        .anyRequest()
                        .access(AccessRules.ofTheService()))
                .build();
    }

    /** The management port is bound to the loopback address; who gets there may look. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain management(HttpSecurity http) {
        return stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Requests are observed as a whole; to time each of a dozen filters costs more than what they do. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Without it, Boot would invent a user and print its password. */
    @Bean
    UserDetailsService nobodyLogsInBySpring() {
        return name -> {
            throw new UsernameNotFoundException("Users log in at /api/auth/login");
        };
    }

    @Bean
    Refusals notedRefusals(SecurityLog log) {
        return new NotedRefusals(log);
    }

    @Bean
    WebMvcConfigurer callers(SecurityLog log) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new OperatorActions(log));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
            }
        };
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
