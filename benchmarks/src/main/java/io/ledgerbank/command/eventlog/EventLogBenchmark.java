package io.ledgerbank.command.eventlog;

import io.ledgerbank.benchmarks.micro.Examples;
import io.ledgerbank.command.eventtype.EventTypes;
import io.ledgerbank.command.eventtype.StoredTypeSerializer;
import io.ledgerbank.command.eventtype.StoredTypes;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One event on its way into the log. In the log's own package, whose inner workings are open to nobody else. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventLogBenchmark {

    private final Serializer serializer = new StoredTypeSerializer(new StoredTypes(EventTypes.ALL));
    private final DomainEventMessage<?> event = Examples.message();
    private final LogEntry entry = new EventEncoder(serializer).encode(event);
    private final HashChain chain = new HashChain();
    private Head head = Head.START;

    /** Payload and metadata, not by the message, which remembers its bytes. */
    @Benchmark
    public int serialise() {
        return serializer.serialize(event.getPayload(), byte[].class).getData().length
                + serializer.serialize(event.getMetaData(), byte[].class).getData().length;
    }

    @Benchmark
    public Object hash() {
        head = chain.append(head, entry);
        return head;
    }
}
