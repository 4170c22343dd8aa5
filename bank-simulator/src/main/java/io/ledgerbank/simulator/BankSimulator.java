package io.ledgerbank.simulator;

import com.sun.net.httpserver.HttpServer;
import io.ledgerbank.simulator.journal.JournalUnavailable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running external bank with its own HTTP port and its own journal; several may run in one process. Thread-safe. */
public final class BankSimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BankSimulator.class);
    private static final int BACKLOG = 1024;
    private static final int SECONDS_TO_END = 5;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Pause pause = new Pause();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final String bindAddress;
    private final HttpServer server;
    private final PaymentDesk desk;
    private final Notifier notifier;

    private BankSimulator(SimulatorSettings settings, HttpServer server, PaymentDesk desk) {
        this.bindAddress = settings.bindAddress();
        this.server = server;
        this.desk = desk;
        this.notifier = new Notifier(settings, executor, pause);
        server.setExecutor(executor);
        server.createContext("/", new Router(desk, new PaymentsEndpoint(desk, notifier, pause, settings)));
    }

    /** Returns once requests are answered; {@link SimulatorCannotStart} when the port or the journal cannot be had. */
    public static BankSimulator start(SimulatorSettings settings) {
        HttpServer server = bind(settings);
        try {
            BankSimulator simulator =
                    new BankSimulator(settings, server, new PaymentDesk(settings.journal(), settings.clock()));
            server.start();
            LOG.info("The bank simulator answers at {}, journal {}", simulator.url(), settings.journal());
            return simulator;
        } catch (JournalUnavailable | IllegalStateException unusable) {
            server.stop(0);
            throw new SimulatorCannotStart(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where this machine reaches the bank. */
    public URI url() {
        String host = server.getAddress().getAddress().isAnyLocalAddress() ? "127.0.0.1" : bindAddress;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** Breaks open connections, keeps what was decided and frees port and journal. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        pause.end();
        server.stop(0);
        notifier.close();
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("Some requests did not end within {} s", SECONDS_TO_END);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        desk.close();
    }

    private static HttpServer bind(SimulatorSettings settings) {
        String address = settings.bindAddress() + ":" + settings.port();
        try {
            return HttpServer.create(new InetSocketAddress(settings.bindAddress(), settings.port()), BACKLOG);
        } catch (BindException taken) {
            throw new SimulatorCannotStart(
                    "The bank simulator cannot listen on " + address + " (" + taken.getMessage()
                            + "): stop what uses that port or set LEDGERBANK_SIMULATOR_PORT to another one",
                    taken);
        } catch (IOException | RuntimeException unusable) {
            throw new SimulatorCannotStart(
                    "The bank simulator cannot listen on " + address + ": " + unusable, unusable);
        }
    }
}
