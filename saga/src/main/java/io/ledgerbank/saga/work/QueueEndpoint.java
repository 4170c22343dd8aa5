package io.ledgerbank.saga.work;

import io.ledgerbank.api.user.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff how the queues fare. */
@RestController
@RequestMapping("/api/queues")
class QueueEndpoint {

    private final QueueReports reports;

    QueueEndpoint(QueueReports reports) {
        this.reports = reports;
    }

    @GetMapping
    QueueReport queues(Caller caller) {
        caller.requireStaff();
        return reports.now();
    }
}
