package io.ledgerbank.app.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes what clients send as strictly as the service reads it: nothing unknown, nothing missing, nothing too long. */
final class RequestSchemas implements OpenApiCustomizer {

    private static final String REFERENCE = "#/components/schemas/";

    /** What a body has to have although its type lets it be left out, so that all that is missing can be told at once. */
    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("OpenAccountBody", List.of("name", "type", "currency")),
            Map.entry("ChangeAccountNameBody", List.of("name")),
            Map.entry("ChangeAccountReasonBody", List.of("reason")),
            Map.entry("LimitsBody", List.of("singleLimit", "dailyLimit", "monthlyLimit", "overdraftLimit")),
            Map.entry("PaymentBody", List.of("type", "amount", "remittanceInformation")),
            Map.entry("PaymentBodyCreditorBody", List.of("name", "iban", "bankCode")),
            Map.entry(
                    "StandingOrderBody", List.of("type", "amount", "remittanceInformation", "frequency", "firstDate")),
            Map.entry("ReversalBody", List.of("reason")),
            Map.entry("OperationBody", List.of("reason")),
            Map.entry("ResolutionBody", List.of("outcome", "evidence", "reason")),
            Map.entry("ApprovalRefusal", List.of("reason")),
            Map.entry("LossBody", List.of("reason")),
            Map.entry("BulkBody", List.of("atomic", "payments")));

    /** What a field may be, by its body and name. */
    private static final Map<String, Consumer<Schema<?>>> FIELDS = Map.ofEntries(
            Map.entry("OpenAccountBody.name", text(1, 100)),
            Map.entry("OpenAccountBody.type", oneOf("CHECKING", "SAVINGS", "CREDIT", "INVESTMENT")),
            Map.entry("OpenAccountBody.currency", pattern("^[A-Z]{3}$")),
            Map.entry("ChangeAccountNameBody.name", text(1, 100)),
            Map.entry("ChangeAccountReasonBody.reason", text(1, 255)),
            Map.entry("LimitsBody.reason", text(1, 255)),
            Map.entry("OperationBody.reason", text(1, 255)),
            Map.entry("ResolutionBody.reason", text(1, 255)),
            Map.entry("ResolutionBody.evidence", text(1, 1000)),
            Map.entry("ResolutionBody.outcome", oneOf("EXECUTED", "NOT_EXECUTED")),
            Map.entry("ApprovalRefusal.reason", text(1, 255)),
            Map.entry("ReversalBody.reason", text(1, 140)),
            Map.entry("PaymentBody.type", oneOf("TRANSFER", "PAYMENT", "DEPOSIT", "WITHDRAWAL")),
            Map.entry("PaymentBody.priority", oneOf("NORMAL", "CRITICAL")),
            Map.entry("PaymentBody.remittanceInformation", text(1, 140)),
            Map.entry("PaymentBody.endToEndId", text(1, 35)),
            Map.entry("PaymentBody.debtorAccountId", id()),
            Map.entry("PaymentBody.creditorAccountId", id()),
            Map.entry("StandingOrderBody.type", oneOf("TRANSFER", "PAYMENT")),
            Map.entry("StandingOrderBody.frequency", oneOf("DAILY", "WEEKLY", "MONTHLY", "MONTH_END")),
            Map.entry("StandingOrderBody.priority", oneOf("NORMAL", "CRITICAL")),
            Map.entry("StandingOrderBody.remittanceInformation", text(1, 140)),
            Map.entry("StandingOrderBody.debtorAccountId", id()),
            Map.entry("StandingOrderBody.creditorAccountId", id()),
            Map.entry("BulkBody.payments", payments -> payments.minItems(1).maxItems(1000)),
            Map.entry("RegisterUserRegistration.password", text(8, 255)),
            Map.entry("StaffRegistration.password", text(8, 255)),
            Map.entry("ProfilePasswordChange.newPassword", text(8, 255)),
            Map.entry("AuthRefresh.refreshToken", pattern("^[A-Za-z0-9_-]{43}$")),
            Map.entry("Money.amount", pattern("^-?[0-9]{1,18}(\\.[0-9]{1,4})?$")));

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        for (String name : sent(api, schemas)) {
            Optional.<Schema<?>>ofNullable(schemas.get(name))
                    .filter(schema -> schema.getProperties() != null)
                    .ifPresent(schema -> describe(name, schema));
        }
    }

    private static void describe(String name, Schema<?> schema) {
        schema.setAdditionalProperties(Boolean.FALSE);
        REQUIRED.getOrDefault(name, List.of()).forEach(field -> require(schema, field));
        schema.getProperties().forEach((field, described) -> Optional.ofNullable(FIELDS.get(name + "." + field))
                .ifPresent(rule -> rule.accept(described)));
    }

    /** The names of all schemas that a body consists of. */
    private static Set<String> sent(OpenAPI api, Map<String, Schema> schemas) {
        Deque<Schema<?>> open = new ArrayDeque<>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(media -> open.add(media.getSchema()));
        Set<String> names = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Schema<?> schema = open.remove();
            parts(schema).forEach(open::add);
            if (schema.get$ref() != null) {
                String name = schema.get$ref().substring(REFERENCE.length());
                if (names.add(name)) {
                    Optional.<Schema<?>>ofNullable(schemas.get(name)).ifPresent(open::add);
                }
            }
        }
        return names;
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        Stream<Schema<?>> fields = schema.getProperties() == null
                ? Stream.empty()
                : schema.getProperties().values().stream().map(field -> (Schema<?>) field);
        Stream<Schema<?>> items = Stream.<Schema<?>>ofNullable(schema.getItems());
        Stream<Schema<?>> choices = schema.getOneOf() == null
                ? Stream.empty()
                : schema.getOneOf().stream().map(choice -> (Schema<?>) choice);
        return Stream.of(fields, items, choices).flatMap(part -> part);
    }

    private static void require(Schema<?> schema, String field) {
        List<String> required =
                new ArrayList<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        required.add(field);
        schema.setRequired(required.stream().distinct().sorted().toList());
        Optional.<Schema<?>>ofNullable(schema.getProperties().get(field))
                .ifPresent(described -> requireValue(schema, field, described));
    }

    private static void requireValue(Schema<?> schema, String field, Schema<?> described) {
        if (described.getTypes() != null && described.getTypes().contains("null")) {
            described.getTypes().remove("null");
        }
        if (described.getOneOf() != null) {
            described.getOneOf().stream()
                    .filter(choice -> choice.get$ref() != null)
                    .findFirst()
                    .ifPresent(only -> schema.getProperties().put(field, only));
        }
    }

    private static Consumer<Schema<?>> text(int shortest, int longest) {
        return field -> field.minLength(shortest).maxLength(longest);
    }

    private static Consumer<Schema<?>> pattern(String pattern) {
        return field -> field.pattern(pattern);
    }

    private static Consumer<Schema<?>> id() {
        return field -> field.format("uuid");
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Schema<?>> oneOf(String... names) {
        return field -> {
            boolean orNull = field.getTypes() != null && field.getTypes().contains("null");
            Object[] values = Arrays.copyOf(names, names.length + (orNull ? 1 : 0), Object[].class);
            ((Schema<Object>) field).setEnum(Arrays.asList(values));
        };
    }
}
