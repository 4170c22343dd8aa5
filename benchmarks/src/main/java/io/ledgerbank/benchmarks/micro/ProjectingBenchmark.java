package io.ledgerbank.benchmarks.micro;

import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentProgress;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What projections make of one event, before they write it down. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProjectingBenchmark {

    private final MoneyEvent debited = Examples.debited();
    private final PaymentEvent completed = Examples.completed();
    private final PaymentProgress created = PaymentProgress.of(Examples.created());

    @Benchmark
    public Object entries() {
        return debited.entries();
    }

    @Benchmark
    public Object progress() {
        return created.after(completed);
    }
}
