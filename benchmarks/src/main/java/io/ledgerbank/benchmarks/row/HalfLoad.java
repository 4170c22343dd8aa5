package io.ledgerbank.benchmarks.row;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.benchmarks.Settings;
import io.ledgerbank.benchmarks.bank.Followers;
import io.ledgerbank.benchmarks.load.Rate;
import io.ledgerbank.benchmarks.load.Sampling;
import io.ledgerbank.benchmarks.report.Value;
import io.ledgerbank.benchmarks.server.BenchmarkDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Half of what a side can carry.
 *
 * @param perSecond transfers
 */
record HalfLoad(Settings settings, Transfer transfer, Followers followers, long perSecond) {

    /** Makes one, and tells which. */
    @FunctionalInterface
    interface Transfer {
        PaymentId make();
    }

    /** Measures what the side can carry and project, after a first go to warm it up. */
    static HalfLoad of(Settings settings, Transfer transfer, Followers followers) throws Exception {
        settings.callers().ask(settings.run(), transfer::make);
        followers.drain();
        Rate full = settings.callers().ask(settings.run(), transfer::make);
        return new HalfLoad(settings, transfer, followers, Math.max(1, full.perSecond(followers.drain()) / 2));
    }

    /** @param query for the row of one payment */
    List<Value> sample(Duration time, BenchmarkDatabase database, String query) throws Exception {
        followers.drain();
        try (Connection connection = database.connect();
                ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Rate> load = beside.submit(() -> settings.callers().askAt(perSecond, time, transfer::make));
            Rate visible = new Sampling(connection, query)
                    .sample(time, () -> transfer.make().value());
            List<Value> values = new ArrayList<>();
            values.add(Value.millis(BankSide.P99, visible.percentile(99)));
            values.add(Value.millis("p50 ms", visible.percentile(50)));
            values.add(Value.millis("max ms", visible.longest()));
            values.add(Value.count("samples", visible.count()));
            values.add(Value.count("load/s", load.get().perSecond()));
            return values;
        }
    }
}
