package io.ledgerbank.benchmarks;

import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.command.eventlog.ChainReport;
import io.ledgerbank.command.eventlog.ChainVerifier;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.Rendering;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;

/** Prints, as Markdown, how many transfers a second are decided, appended, committed and answered, beside TPC-B. */
public final class Benchmarks {

    private static final int CALLERS = 64;
    private static final int ACCOUNTS = 1_000;

    private Benchmarks() {}

    /** @param args seconds per run, runs, and the scale of pgbench; 10, 3 and 100 when left out */
    public static void main(String[] args) throws Exception {
        int seconds = number(args, 0, 10);
        int runs = number(args, 1, 3);
        int scale = number(args, 2, 100);
        try (BenchmarkServer server = BenchmarkServer.start();
                ConfigurableApplicationContext bank = new SpringApplicationBuilder(BenchmarkBank.class)
                        .web(WebApplicationType.NONE)
                        .properties(server.createBank("bank"))
                        .properties(
                                "axon.serializer.general=jackson3",
                                "axon.serializer.events=jackson3",
                                "axon.serializer.messages=jackson3",
                                "logging.level.root=warn")
                        .run()) {
            Optional<Pgbench> pgbench = Pgbench.find(server.port());
            if (pgbench.isPresent()) {
                pgbench.get().fill(server, scale);
            }
            print(System.out, interleaved(transfers(bank), pgbench, seconds, runs));
            ChainReport chain = bank.getBean(ChainVerifier.class).verify();
            System.out.println("\nThe chain afterwards: " + chain);
        }
    }

    private record Run(Rate transfers, Optional<Long> tpcb) {}

    private static Transfers transfers(ConfigurableApplicationContext bank) {
        @SuppressWarnings("unchecked")
        Rendering<PaymentDetails> rendering = (Rendering<PaymentDetails>)
                bank.getBeanProvider(ResolvableType.forClassWithGenerics(Rendering.class, PaymentDetails.class))
                        .getObject();
        return new Transfers(bank.getBean(CommandGateway.class), bank.getBean(Idempotency.class), rendering, ACCOUNTS);
    }

    private static List<Run> interleaved(Transfers transfers, Optional<Pgbench> pgbench, int seconds, int runs)
            throws Exception {
        transfers.measure(CALLERS, Duration.ofSeconds(seconds)); // Warms up.
        List<Run> measured = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Optional<Long> tpcb =
                    pgbench.isPresent() ? Optional.of(pgbench.get().measure(CALLERS, seconds)) : Optional.empty();
            measured.add(new Run(transfers.measure(CALLERS, Duration.ofSeconds(seconds)), tpcb));
        }
        return measured;
    }

    private static void print(PrintStream out, List<Run> runs) {
        out.println("| Run | transfers/s | p50 ms | p99 ms | TPC-B/s | ratio |");
        out.println("|---|---|---|---|---|---|");
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            out.printf(
                    "| %d | %d | %s | %s | %s | %s |%n",
                    i + 1,
                    run.transfers().perSecond(),
                    millis(run.transfers().p50()),
                    millis(run.transfers().p99()),
                    run.tpcb().map(String::valueOf).orElse("–"),
                    run.tpcb()
                            .map(tpcb -> ratio(run.transfers().perSecond(), tpcb))
                            .orElse("–"));
        }
        long transfers = Rate.median(
                runs.stream().map(run -> run.transfers().perSecond()).toList());
        List<Long> tpcb = runs.stream().flatMap(run -> run.tpcb().stream()).toList();
        out.printf(
                "| median | %d | | | %s | %s |%n",
                transfers,
                tpcb.isEmpty() ? "–" : Rate.median(tpcb),
                tpcb.isEmpty() ? "unjudged" : ratio(transfers, Rate.median(tpcb)));
    }

    private static String ratio(long one, long other) {
        return "%d.%02d".formatted(one / other, one * 100 / other % 100);
    }

    private static String millis(Duration time) {
        return "%d.%d".formatted(time.toMillis(), time.toNanos() / 100_000 % 10);
    }

    private static int number(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }
}
