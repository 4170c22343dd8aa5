package io.ledgerbank.simulator;

import com.sun.net.httpserver.HttpServer;
import io.ledgerbank.simulator.journal.JournalUnavailable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Running external banks with an HTTP port of their own and a journal each; several simulators may run in one process. Thread-safe. */
public final class BankSimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BankSimulator.class);
    private static final int BACKLOG = 1024;
    private static final int SECONDS_TO_END = 5;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Pause pause = new Pause();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final String bindAddress;
    private final HttpServer server;
    private final Map<HostedBank, Branch> branches = new EnumMap<>(HostedBank.class);
    private final Notifier notifier;
    private final Notifier nobody;

    private BankSimulator(SimulatorSettings settings, HttpServer server) {
        this.bindAddress = settings.bindAddress();
        this.server = server;
        this.notifier = new Notifier(settings.notifications(), settings, executor, pause);
        this.nobody = new Notifier(Optional.empty(), settings, executor, pause);
        try {
            for (HostedBank bank : HostedBank.all()) {
                branches.put(bank, Branch.open(bank, bank == HostedBank.SIMBANK ? notifier : nobody, pause, settings));
            }
        } catch (JournalUnavailable | IllegalStateException unusable) {
            closeBranches();
            throw unusable;
        }
        server.setExecutor(executor);
        server.createContext("/", new Router(branches));
    }

    /** Returns once requests are answered; {@link SimulatorCannotStart} when the port or the journal cannot be had. */
    public static BankSimulator start(SimulatorSettings settings) {
        HttpServer server = bind(settings);
        try {
            BankSimulator simulator = new BankSimulator(settings, server);
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

    /** Where this machine reaches that one of the banks. */
    public URI url(HostedBank bank) {
        return url().resolve(bank.path());
    }

    /** The instructions that a bank has executed, each as often as it has, in order. */
    public List<String> executions(HostedBank bank) {
        return Optional.ofNullable(branches.get(bank)).orElseThrow().executions();
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
        nobody.close();
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("Some requests did not end within {} s", SECONDS_TO_END);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        closeBranches();
    }

    private void closeBranches() {
        branches.values().forEach(Branch::close);
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
