package io.ledgerbank.app.dashboard.system;

import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.saga.work.QueueReports;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** How queues and banks fare. */
@Controller
class SystemEndpoint {

    private final QueueReports queues;
    private final Banks banks;

    SystemEndpoint(QueueReports queues, Banks banks) {
        this.queues = queues;
        this.banks = banks;
    }

    @GetMapping("/dashboard/queues")
    String queues(@RequestHeader("HX-Request") Optional<String> script, Operator operator, Model model) {
        operator.caller().requireStaff();
        model.addAttribute("report", queues.now());
        return part(script, "dashboard/queues");
    }

    @GetMapping("/dashboard/banks")
    String banks(@RequestHeader("HX-Request") Optional<String> script, Operator operator, Model model) {
        operator.caller().requireStaff();
        model.addAttribute("conditions", queues.now().banks());
        model.addAttribute(
                "names",
                banks.all().stream()
                        .collect(Collectors.toMap(
                                bank -> bank.code().value(), bank -> bank.name() + ", " + bank.country())));
        return part(script, "dashboard/banks");
    }

    private static String part(Optional<String> script, String page) {
        return script.isPresent() ? page + " :: rows" : page;
    }
}
