package io.ledgerbank.saga.banking;

import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.Worker;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives each item to whoever does its kind of work. */
final class BankingWorker implements Worker {

    private final Map<String, Errand> errands;

    BankingWorker(Collection<Errand> errands) {
        this.errands = errands.stream().collect(Collectors.toUnmodifiableMap(Errand::kind, Function.identity()));
    }

    @Override
    public void work(WorkItem item) {
        Errand errand = errands.get(item.subject().split(":", 2)[0]);
        if (errand == null) {
            throw new IllegalStateException("Nobody does " + item.id());
        }
        errand.work(item);
    }
}
