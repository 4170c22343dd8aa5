package io.ledgerbank.app.docs;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.http.Problem;
import io.ledgerbank.command.user.AccessToken;
import io.ledgerbank.query.web.DayOrTime;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;

/** Wires the API's description at {@code /api/openapi.json} and its reader at {@code /api/docs}. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, AccessToken.class)
                .replaceWithSchema(Currency.class, text().pattern("^[A-Z]{3}$"))
                .replaceWithSchema(Role.class, text()._enum(List.of("USER", "SUPPORT", "ADMIN")))
                .replaceWithSchema(DayOrTime.class, text().description("A date, or a time in UTC."))
                .replaceWithSchema(JsonNode.class, new Schema<>().description("Any JSON."));
    }

    private static Schema<String> text() {
        return new Schema<String>().types(Set.of("string"));
    }

    @Bean
    OpenAPI ledgerBankApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("LedgerBank")
                        .version("1")
                        .description("Accounts, payments and users. Money is a decimal string with its currency, times"
                                + " are RFC 3339 in UTC, lists are read by cursor. Every answer carries"
                                + " `X-Correlation-ID`; a client's own id is taken over."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                ApiDescription.BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("The access token that `POST /api/auth/login` answers.")));
    }

    @Bean
    ModelConverter vocabularyConverter() {
        return new VocabularyConverter();
    }

    @Bean
    OpenApiCustomizer apiDescription() {
        return new ApiDescription();
    }

    @Bean
    OpenApiCustomizer requestSchemas() {
        return new RequestSchemas();
    }

    /** No call answers a problem on purpose, so nothing else would bring in its schema. */
    @Bean
    OpenApiCustomizer problemSchema(ModelConverter vocabularyConverter) {
        return api -> ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
                .referencedSchemas
                .forEach(api.getComponents()::addSchemas);
    }

    @Bean
    WebMvcConfigurer shortAddresses() {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addRedirectViewController("/api/docs", "/api/docs/index.html");
                registry.addViewController("/api/openapi.yaml").setViewName("forward:/api/openapi.json.yaml");
            }
        };
    }
}
