package io.ledgerbank.app.health;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open to everyone, so it tells nothing but yes or no. */
@RestController
@RequestMapping("/api/health")
class PublicHealthEndpoint {

    record Health(String status) {

        private static final Health UP = new Health("UP");
    }

    private final Readiness readiness;

    PublicHealthEndpoint(Readiness readiness) {
        this.readiness = readiness;
    }

    /** Whether calls are answered, as {@code /ready}. */
    @GetMapping
    Health health() {
        return ready();
    }

    /** Whether the process runs at all; when not, only a restart helps. */
    @GetMapping("/live")
    Health live() {
        return Health.UP;
    }

    @GetMapping("/ready")
    Health ready() {
        if (!readiness.isReady()) {
            throw new RejectedException(Reason.SERVICE_UNAVAILABLE, "The service is not ready");
        }
        return Health.UP;
    }
}
