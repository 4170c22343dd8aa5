package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.io.IOException;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the container's own errors, which reach neither filter nor endpoint: malformed addresses, oversized headers. */
public final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
    private static final int FIRST_ERROR = 400;

    private final Problems problems;

    private ProblemValve(Problems problems) {
        this.problems = problems;
    }

    static void install(Container container, Problems problems) {
        if (container instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemValve.class.getName());
            host.getPipeline().addValve(new ProblemValve(problems));
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setHeader(CorrelationId.HEADER, CorrelationId.of(request));
            response.setHeader("X-Content-Type-Options", "nosniff");
            Rejection rejection = StatusRejections.of(response.getStatus());
            if (failure != null && rejection.reason() == Reason.INTERNAL_SERVER_ERROR) {
                LOG.error("A request failed outside of the application", failure);
            }
            problems.answer(request.getRequest(), response, rejection);
        } catch (IOException goneClient) {
            LOG.debug("The client left before its answer: {}", goneClient.getMessage());
        }
    }
}
