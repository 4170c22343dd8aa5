package io.ledgerbank.app.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/** The filters every request passes, in this order: conversation, failures, size; then security and the endpoints. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    private static final long MOST_BODY_BYTES = 1L << 20;

    @Bean
    Problems problems(JsonMapper json, Clock clock, ObjectProvider<Refusals> refusals) {
        return new Problems(
                json, clock, (request, reason) -> refusals.ifAvailable(listener -> listener.refused(request, reason)));
    }

    @Bean
    ProblemResolver problemResolver(Problems problems, JsonMapper json) {
        return new ProblemResolver(problems, new Rejections(), new EveryFault(json));
    }

    @Bean
    RememberedBodies rememberedBodies() {
        return new RememberedBodies();
    }

    @Bean
    FilterRegistrationBean<Filter> correlationFilter() {
        var filter = registered(new CorrelationFilter(), Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> failureFilter(ProblemResolver resolver) {
        return registered(new FailureFilter(resolver), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimitFilter() {
        return registered(new BodyLimitFilter(MOST_BODY_BYTES), Ordered.HIGHEST_PRECEDENCE + 2);
    }

    @Bean
    WebMvcConfigurer strictRequests(ObjectProvider<RequestMappingHandlerAdapter> endpoints) {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new ParsedWords());
            }

            /** The API documentation brings a converter for YAML, which is not ours to speak and does not know our types. */
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                builder.configureMessageConvertersList(converters -> converters.removeIf(
                        converter -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(
                        new UnknownParameters(parameter -> resolvedByOurs(endpoints.getObject(), parameter)));
            }
        };
    }

    private static boolean resolvedByOurs(RequestMappingHandlerAdapter endpoints, MethodParameter parameter) {
        return Objects.requireNonNullElse(
                        endpoints.getCustomArgumentResolvers(), List.<HandlerMethodArgumentResolver>of())
                .stream()
                .anyMatch(resolver -> resolver.supportsParameter(parameter));
    }

    /** After Boot's own, so that our valve is the one nearest to the error. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheContainer(Problems problems) {
        return factory -> factory.addContextCustomizers(context -> ProblemValve.install(context.getParent(), problems));
    }

    private static FilterRegistrationBean<Filter> registered(Filter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
