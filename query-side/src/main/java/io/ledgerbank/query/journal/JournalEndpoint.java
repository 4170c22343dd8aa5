package io.ledgerbank.query.journal;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.journal.Journal.Range;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Streams the ledger; the answer begins before its end is known. */
@RestController
@Reads(ProjectionName.ENTRIES)
@RequestMapping("/api/audit/journal")
class JournalEndpoint {

    private static final String CSV = "text/csv";

    private final Journal journal;
    private final JsonMapper json;

    JournalEndpoint(Journal journal, JsonMapper json) {
        this.journal = journal;
        this.json = json;
    }

    /** One JSON object in each line. */
    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    void json(
            @RequestParam Optional<Long> after,
            @RequestParam Optional<Long> upTo,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        Range range = range(after, upTo, caller);
        Writer lines = begin(response, MediaType.APPLICATION_NDJSON_VALUE);
        journal.read(range, line -> lines.write(json.writeValueAsString(line) + "\n"));
        lines.flush();
    }

    @GetMapping(produces = CSV)
    void csv(
            @RequestParam Optional<Long> after,
            @RequestParam Optional<Long> upTo,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        Range range = range(after, upTo, caller);
        Writer lines = begin(response, CSV);
        lines.write(String.join(",", JournalLine.NAMES) + "\r\n");
        journal.read(range, line -> lines.write(String.join(",", line.fields()) + "\r\n"));
        lines.flush();
    }

    private Range range(Optional<Long> after, Optional<Long> upTo, Caller caller) {
        journal.requireReader(caller);
        return new Range(after, upTo);
    }

    private static Writer begin(HttpServletResponse response, String type) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }
}
