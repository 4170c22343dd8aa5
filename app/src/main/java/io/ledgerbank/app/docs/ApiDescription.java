package io.ledgerbank.app.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to every call what is the same for all: who may call it, how it fails, and a name that does not change. */
final class ApiDescription implements OpenApiCustomizer {

    static final String PROBLEM = "Problem";
    static final String BEARER = "bearer";

    private static final String API = "/api/";
    private static final String COMPONENTS = "#/components/";
    private static final String CONSISTENCY = "Consistency-Token";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Set<String> OPEN = Set.of(
            "POST /api/users",
            "POST /api/auth/login",
            "POST /api/auth/refresh",
            "POST /api/webhooks/{provider}",
            "GET /api/health",
            "GET /api/health/live",
            "GET /api/health/ready",
            "GET /.well-known/ledgerbank-keys.json",
            "GET /api/problems",
            "GET /api/problems/{code}",
            "GET /api/problems/category/{category}");

    /** What may take a second person, and how it is answered when it does not, unless that depends. */
    private static final Map<String, Optional<Done>> BY_TWO = Map.of(
            "POST /api/accounts/{id}/unfreeze", Optional.of(new Done("200", "AccountDetails")),
            "PUT /api/accounts/{id}/limits", Optional.of(new Done("200", "AccountDetails")),
            "POST /api/payments/{id}/reversal", Optional.of(new Done("201", "PaymentDetails")),
            "POST /api/sagas/{paymentId}/resolve", Optional.empty());

    /** With which status, and as what, a call is answered that took no second person. */
    private record Done(String status, String schema) {}

    /** What goes on after its answer, unless it was only asked what would happen. */
    private static final Map<String, String> GOES_ON = Map.of(
            "POST /api/sagas/batches", "Batch",
            "POST /api/projections/{name}/rebuilds", "Rebuild",
            "POST /api/projections/{name}/rebuilds/{id}/rollback", "Rebuild");

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach((path, item) -> describe(path, item));
        api.getComponents().addResponses(PROBLEM, problem());
        api.getComponents().addParameters(CONSISTENCY, consistencyParameter());
        api.getComponents().addHeaders(CONSISTENCY, consistencyHeader());
        api.setTags(null);
    }

    private static void describe(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation));
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        operation.setTags(List.of(tagOf(path)));
        operation.setOperationId(nameOf(method, path));
        Optional.ofNullable(BY_TWO.get(method + " " + path)).ifPresent(done -> describeSecondPerson(operation, done));
        Optional.ofNullable(GOES_ON.get(method + " " + path))
                .ifPresent(schema ->
                        operation.getResponses().addApiResponse("202", answer("Has begun, and goes on.", schema)));
        operation.getResponses().setDefault(new ApiResponse().$ref(PROBLEM));
        operation.setSecurity(
                OPEN.contains(method + " " + path) ? List.of() : List.of(new SecurityRequirement().addList(BEARER)));
        describeConsistency(method, operation);
        Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(List::stream)
                .filter(parameter -> IDEMPOTENCY_KEY.equals(parameter.getName()))
                .forEach(key -> describeKey(key, path));
    }

    private static void describeConsistency(HttpMethod method, Operation operation) {
        if (method == HttpMethod.GET) {
            operation.addParametersItem(new Parameter().$ref(COMPONENTS + "parameters/" + CONSISTENCY));
            return;
        }
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answer.addHeaderObject(CONSISTENCY, new Header().$ref(COMPONENTS + "headers/" + CONSISTENCY));
            }
        });
    }

    private static Parameter consistencyParameter() {
        return new HeaderParameter()
                .name(CONSISTENCY)
                .description("As a command answered it: the answer shows at least that write. Waits for up to 2 s, then"
                        + " 503 `projection_lagging`.")
                .schema(new Schema<String>().types(Set.of("string")));
    }

    private static Header consistencyHeader() {
        return new Header()
                .description("Stands for what was written; a query that sends it back sees at least that.")
                .schema(new Schema<String>().types(Set.of("string")));
    }

    private static void describeSecondPerson(Operation operation, Optional<Done> atOnce) {
        atOnce.ifPresent(
                done -> operation.getResponses().addApiResponse(done.status(), answer("Done at once.", done.schema())));
        operation
                .getResponses()
                .addApiResponse(
                        "202",
                        answer("Nothing has happened yet: a second person has to agree.", "ApprovalDetails")
                                .addHeaderObject(
                                        "Location",
                                        new Header()
                                                .description("The request for approval.")
                                                .schema(new Schema<String>().types(Set.of("string")))));
    }

    private static ApiResponse answer(String description, String schema) {
        MediaType media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema));
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/json", media));
    }

    private static void describeKey(Parameter key, String path) {
        key.setRequired(path.startsWith("/api/payments"));
        key.setDescription("The same key with the same body gets the first answer again, with"
                + " `Idempotency-Replayed: true`; kept for at least 24 hours, per caller.");
        key.setSchema(new Schema<String>()
                .types(Set.of("string"))
                .minLength(1)
                .maxLength(255)
                .pattern("^[!-~]+$"));
    }

    private static ApiResponse problem() {
        MediaType media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        return new ApiResponse()
                .description("Refused or failed: a problem (RFC 9457) whose reason `/api/problems` explains.")
                .content(new Content().addMediaType("application/problem+json", media));
    }

    /** The part of the API that a call belongs to. */
    private static String tagOf(String path) {
        return path.startsWith(API) ? path.substring(API.length()).split("/")[0] : "well-known";
    }

    /** Such as {@code getAccountsIdBalance}: it follows from the address alone, so it does not change with the code. */
    private static String nameOf(HttpMethod method, String path) {
        String address = path.startsWith(API) ? path.substring(API.length()) : path;
        String words = Arrays.stream(address.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return method.name().toLowerCase(Locale.ROOT) + words;
    }
}
