package io.ledgerbank.command.push;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Shows whether nodes hear of each other's commits. */
final class PushMetrics implements MeterBinder {

    private final CommitAnnouncer announcer;
    private final CommitListener listener;

    PushMetrics(CommitAnnouncer announcer, CommitListener listener) {
        this.announcer = announcer;
        this.listener = listener;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("ledgerbank.push.announced", announcer, CommitAnnouncer::announced)
                .description("Announcements to other nodes, each of one or more commits")
                .register(registry);
        FunctionCounter.builder("ledgerbank.push.heard", listener, CommitListener::heard)
                .description("Announcements of other nodes")
                .register(registry);
        FunctionCounter.builder("ledgerbank.push.connections", listener, CommitListener::connections)
                .description("How often a connection to listen on was opened")
                .register(registry);
        Gauge.builder("ledgerbank.push.listening", listener, heard -> heard.isListening() ? 1 : 0)
                .description("1 while announcements can be heard, 0 while the log is polled")
                .register(registry);
    }
}
