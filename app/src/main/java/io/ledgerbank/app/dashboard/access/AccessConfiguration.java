package io.ledgerbank.app.dashboard.access;

import io.ledgerbank.app.traffic.RateLimitFilter;
import io.ledgerbank.app.traffic.RateLimits;
import io.ledgerbank.command.user.PageLogins;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The dashboard's own security: a form, a session in a cookie, a token in each form that changes something, and staff only. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** Nothing inline and nothing from elsewhere: what is not in a file of ours neither runs nor paints. */
    private static final String OURS_ALONE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain dashboard(
            HttpSecurity http,
            PageLogins logins,
            RateLimits limits,
            @Qualifier("refusedPages") AccessDeniedHandler refusals,
            Clock clock) {
        RequestCache placesToComeBackTo = placesToComeBackTo();
        return http.securityMatcher("/dashboard", "/dashboard/**")
                .cors(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .authenticationManager(new PasswordCheck(logins, clock))
                .requestCache(cache -> cache.requestCache(placesToComeBackTo))
                .headers(AccessConfiguration::headers)
                .addFilterBefore(
                        new LoginLimitFilter(new RateLimitFilter(limits)), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new LiveOperatorFilter(logins, clock), AuthorizationFilter.class)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new Doorman()).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(AccessPaths.LOGIN, AccessPaths.ASSETS)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, AccessPaths.THEME)
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole("ADMIN", "SUPPORT"))
                .formLogin(form -> form.loginPage(AccessPaths.LOGIN)
                        .usernameParameter("email")
                        .defaultSuccessUrl("/dashboard")
                        .failureHandler(new LoginRefusals()))
                .logout(out -> out.logoutUrl(AccessPaths.LOGOUT)
                        .addLogoutHandler((request, response, who) -> {
                            if (who instanceof OperatorAuthentication operator) {
                                logins.logout(operator.login(), request.getRemoteAddr());
                            }
                        })
                        .logoutSuccessUrl(AccessPaths.LOGIN + "?out"))
                .build();
    }

    @Bean
    WebMvcConfigurer operators() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new OperatorResolver());
            }
        };
    }

    /** No mark in the address that one comes back to: a null switches it off, though the library does not declare that. */
    @SuppressWarnings("NullAway")
    private static RequestCache placesToComeBackTo() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                request -> request.getMethod().equals(HttpMethod.GET.name()) && !Doorman.isForScript(request));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(OURS_ALONE));
    }
}
