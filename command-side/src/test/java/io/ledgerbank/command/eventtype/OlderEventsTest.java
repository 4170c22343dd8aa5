package io.ledgerbank.command.eventtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.eventlog.ChainReport;
import io.ledgerbank.command.eventlog.LogStorageEngine;
import io.ledgerbank.command.eventlog.RawLog;
import io.ledgerbank.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Beside the approved JSON of each event there is, for good, what each of its older revisions wrote. It is of the same
 * example and must be read as that.
 */
class OlderEventsTest {

    private static final Path APPROVED = Path.of("../shared-api/src/test/resources/events");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An older revision of an event. */
    record Older(String type, int revision) {

        String json() throws IOException {
            return Files.readString(APPROVED.resolve(file()));
        }

        String file() {
            return "%s.revision-%d.json".formatted(type, revision);
        }
    }

    private final RawLog log = new RawLog(TestPostgres.freshDatabase("eventlog").dataSource());
    private final LogStorageEngine engine = log.engine();

    static Stream<Older> older() {
        return EventTypes.ALL.stream().flatMap(type -> IntStream.range(StoredType.FIRST_REVISION, type.revision())
                .mapToObj(revision -> new Older(type.name(), revision)));
    }

    @Test
    void every_older_revision_is_kept_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains(".revision-")))
                    .containsExactlyInAnyOrderElementsOf(
                            older().map(Older::file).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("older")
    void an_older_event_is_read_as_if_written_today_and_stays_as_it_is(Older older) throws IOException {
        JsonNode today = JSON.readTree(Files.readString(APPROVED.resolve(older.type() + ".approved.json")));
        log.append("Stream", "S", older.type(), Optional.of(Integer.toString(older.revision())), older.json());
        Map<String, Object> stored = log.last("S");

        assertThat(ofStream()).containsExactly(today);
        assertThat(ofLog()).containsExactly(today);

        assertThat(stored)
                .containsEntry("revision", Integer.toString(older.revision()))
                .containsEntry("payload", older.json());
        assertThat(log.last("S")).isEqualTo(stored);
        assertThat(log.verify()).isInstanceOf(ChainReport.Intact.class);
    }

    @Test
    void an_event_from_before_there_were_revisions_is_of_the_first() throws IOException {
        Older first = new Older("AttemptFailed", 1);
        log.append("Stream", "S", first.type(), Optional.empty(), first.json());

        assertThat(ofStream().getFirst().path("catalogueVersion").asInt()).isEqualTo(1);
    }

    /** As aggregates are loaded. */
    private List<JsonNode> ofStream() {
        return engine.readEvents("S")
                .asStream()
                .map(event -> JSON.<JsonNode>valueToTree(event.getPayload()))
                .toList();
    }

    /** As projections and the saga follow the log. */
    private List<JsonNode> ofLog() {
        TrackingToken tail = engine.createTailToken();
        return engine.readEvents(tail, false)
                .map(event -> JSON.<JsonNode>valueToTree(event.getPayload()))
                .toList();
    }
}
