package io.ledgerbank.app.dashboard.sagas;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.query.board.BoardFilter;
import io.ledgerbank.query.board.BoardOrder;
import io.ledgerbank.query.board.BoardRow;
import io.ledgerbank.query.board.SagaBoard;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.payment.SagaDetails;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The list as a file for a spreadsheet, the first hundred thousand rows of it. */
@Controller
class SagaExportEndpoint {

    private static final int MOST_ROWS = 100_000;
    private static final int AT_ONCE = 100;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<String> HEADER = List.of(
            "paymentId",
            "state",
            "step",
            "reason",
            "bank",
            "amount",
            "currency",
            "attempts",
            "inquiries",
            "dueAt",
            "startedAt",
            "updatedAt",
            "ageSeconds",
            "endToEndId",
            "priority",
            "creditor",
            "debtorAccountId",
            "userId");

    private final SagaBoard board;

    SagaExportEndpoint(SagaBoard board) {
        this.board = board;
    }

    @GetMapping("/dashboard/sagas.csv")
    ResponseEntity<StreamingResponseBody> export(ListQuery query, Operator operator) {
        BoardFilter filter = query.filter();
        BoardOrder order = query.ordered();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("payments.csv")
                                .build()
                                .toString())
                .body(out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    write(filter, order, operator, writer);
                    writer.flush();
                });
    }

    private void write(BoardFilter filter, BoardOrder order, Operator operator, Writer writer) throws IOException {
        writer.write(Csv.line(HEADER));
        Optional<String> cursor = Optional.empty();
        int written = 0;
        do {
            Page<BoardRow> page = board.page(filter, order, new Paging(AT_ONCE, cursor), operator.caller());
            for (BoardRow row : page.items()) {
                writer.write(Csv.line(cells(row)));
            }
            written += page.items().size();
            cursor = page.nextCursor();
        } while (cursor.isPresent() && written < MOST_ROWS);
    }

    private static List<String> cells(BoardRow row) {
        SagaDetails saga = row.saga();
        return List.of(
                saga.paymentId().toString(),
                saga.state().name(),
                saga.step().name(),
                saga.reason().map(Reason::code).orElse(""),
                saga.bankCode().value(),
                saga.amount().decimal(),
                saga.amount().currency().getCurrencyCode(),
                Integer.toString(saga.attempts()),
                Integer.toString(saga.inquiries()),
                saga.dueAt().map(Instant::toString).orElse(""),
                saga.startedAt().toString(),
                saga.updatedAt().toString(),
                Long.toString(saga.ageSeconds()),
                row.endToEndId().orElse(""),
                row.priority().name(),
                row.creditor().orElse(""),
                row.debtor().map(Object::toString).orElse(""),
                row.user().map(Object::toString).orElse(""));
    }
}
