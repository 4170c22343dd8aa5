package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How the bodies of requests are read: to the letter. Nothing is guessed, converted, defaulted or skipped. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    private static final int DEEPEST_NESTING = 32;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_STRING = 16_384;

    @Bean
    JsonFactoryBuilderCustomizer boundedJson() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST_NESTING)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .maxStringLength(LONGEST_STRING)
                .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return JsonConfiguration::makeStrict;
    }

    @Bean
    JsonMapperBuilderCustomizer rejectionsAsProblems(ObjectProvider<Problems> problems) {
        return json -> json.addModule(new SimpleModule("rejections-in-answers")
                .addSerializer(Rejection.class, new RejectionInAnswer(problems::getObject)));
    }

    private static void makeStrict(JsonMapper.Builder json) {
        json.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                // Read as a number, NaN is refused by the field it stands in, which says more than "malformed".
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .withCoercionConfigDefaults(
                        coercion -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(requiredFields())
                .addModule(new SimpleModule("textual-times")
                        .addDeserializer(LocalDate.class, new TextOnly<>(LocalDate.class, LocalDate::parse))
                        .addDeserializer(Instant.class, new TextOnly<>(Instant.class, Instant::parse)));
    }

    private static JacksonModule requiredFields() {
        return new SimpleModule("required-fields") {
            @Override
            public void setupModule(SetupContext context) {
                context.insertAnnotationIntrospector(new EveryFieldIsRequired());
            }
        };
    }
}
