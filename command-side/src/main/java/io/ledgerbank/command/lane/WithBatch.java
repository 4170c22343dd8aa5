package io.ledgerbank.command.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Collects what many commands want to write, so that a batch of them writes it with one statement before it commits. What
 * a command adds leaves with it when it fails or is refused. Belongs to the thread of the batch.
 *
 * @param <T> one command's share
 */
public final class WithBatch<T> {

    private final List<T> shares = new ArrayList<>();

    private WithBatch() {}

    /**
     * @param name of the kind of things collected
     * @param write called once, with everything, before the root unit of work commits
     */
    public static <T> WithBatch<T> of(UnitOfWork<?> unit, String name, Consumer<List<T>> write) {
        UnitOfWork<?> root = unit.root();
        return root.getOrComputeResource(name, key -> {
            WithBatch<T> batch = new WithBatch<>();
            root.onPrepareCommit(preparing -> {
                if (!batch.shares.isEmpty()) {
                    write.accept(List.copyOf(batch.shares));
                }
            });
            return batch;
        });
    }

    public void add(UnitOfWork<?> unit, T share) {
        shares.add(share);
        if (unit != unit.root()) {
            unit.onRollback(failed -> shares.remove(share));
            unit.onPrepareCommit(decided -> {
                if (decided.getExecutionResult().isExceptionResult()) {
                    shares.remove(share);
                }
            });
        }
    }

    public List<T> shares() {
        return shares;
    }
}
