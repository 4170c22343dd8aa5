package io.ledgerbank.query.statement;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out statements in the form that the client accepts. */
@RestController
@Reads({ProjectionName.ACCOUNTS, ProjectionName.ENTRIES})
@RequestMapping("/api/accounts/{id}/statement")
class StatementEndpoint {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_IN_UTF8 = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Statements statements;
    private final CsvStatement csv;
    private final PdfStatement pdf;
    private final CamtStatement camt;

    StatementEndpoint(Statements statements, CsvStatement csv, PdfStatement pdf, CamtStatement camt) {
        this.statements = statements;
        this.csv = csv;
        this.pdf = pdf;
        this.camt = camt;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Statement json(
            @PathVariable AccountId id, @RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        return statements.of(id, new Period(from, to), caller);
    }

    @GetMapping(produces = CSV)
    ResponseEntity<byte[]> csv(
            @PathVariable AccountId id, @RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        Statement statement = statements.of(id, new Period(from, to), caller);
        return file(statement, CSV_IN_UTF8, "csv", csv.render(statement));
    }

    @GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(
            @PathVariable AccountId id, @RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        Statement statement = statements.of(id, new Period(from, to), caller);
        return file(statement, MediaType.APPLICATION_PDF, "pdf", pdf.render(statement));
    }

    /** A camt.053 message. */
    @GetMapping(produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> camt(
            @PathVariable AccountId id, @RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        Statement statement = statements.of(id, new Period(from, to), caller);
        return file(statement, MediaType.APPLICATION_XML, "xml", camt.render(statement));
    }

    private static ResponseEntity<byte[]> file(Statement statement, MediaType type, String ending, byte[] content) {
        String name = "statement-%s-%s-%s.%s".formatted(statement.iban(), statement.from(), statement.to(), ending);
        return ResponseEntity.ok()
                .contentType(type)
                .headers(headers -> headers.setContentDisposition(
                        ContentDisposition.attachment().filename(name).build()))
                .body(content);
    }
}
