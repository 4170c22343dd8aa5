package io.ledgerbank.app.dashboard.sagas;

import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.query.board.BoardOrder;
import io.ledgerbank.query.board.BoardRow;
import io.ledgerbank.query.board.SagaBoard;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.payment.SagaState;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of payments to other banks. Its address is its filter. */
@Controller
class SagaListEndpoint {

    private static final int ON_A_PAGE = 50;
    private static final int MOST_AT_ONCE = 100;

    private final SagaBoard board;
    private final Banks banks;
    private final Clock clock;

    SagaListEndpoint(SagaBoard board, Banks banks, Clock clock) {
        this.board = board;
        this.banks = banks;
        this.clock = clock;
    }

    @GetMapping("/dashboard/sagas")
    String list(ListQuery query, Operator operator, Model model) {
        Page<BoardRow> page = board.page(
                query.filter(),
                query.ordered(),
                new Paging(ON_A_PAGE, ListQuery.given(query.cursor())),
                operator.caller());
        describe(query, page.items(), model);
        model.addAttribute(
                "next",
                page.nextCursor().map(cursor -> query.with("cursor", cursor)).orElse(""));
        model.addAttribute("states", List.of(SagaState.values()));
        model.addAttribute("steps", List.of(Step.values()));
        model.addAttribute("orders", List.of(BoardOrder.values()));
        model.addAttribute("banks", banks.all());
        return "dashboard/sagas";
    }

    /** Those of the payments that belong into the list, as rows to be put into it. */
    @GetMapping("/dashboard/sagas/rows")
    String rows(@RequestParam("ids") String ids, ListQuery query, Operator operator, Model model) {
        List<PaymentId> payments =
                Arrays.stream(ids.split(",", -1)).map(PaymentId::parse).toList();
        if (payments.size() > MOST_AT_ONCE) {
            throw new RejectedException(Reason.INVALID_PARAMETER, "At most " + MOST_AT_ONCE + " rows at once");
        }
        describe(query, board.among(payments, query.filter(), operator.caller()), model);
        return "dashboard/sagas :: rows";
    }

    private void describe(ListQuery query, List<BoardRow> rows, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("rows", rows);
        model.addAttribute("now", clock.instant());
        model.addAttribute("filtered", query.isFiltered());
    }
}
