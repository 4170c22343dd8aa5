package io.ledgerbank.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most heap that was still used when a garbage collection was over, which bounds what the process needs. Thread-safe. */
final class LeftByCollections {

    private final AtomicLong most = new AtomicLong();

    /** Of all collections from now on. */
    static LeftByCollections observed() {
        LeftByCollections left = new LeftByCollections();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((notification, nothing) -> left.see(notification), null, null);
            }
        }
        return left;
    }

    long bytes() {
        return most.get();
    }

    private void see(Notification notification) {
        if (notification.getUserData() instanceof CompositeData data) {
            long used =
                    GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                            .filter(pool -> pool.getKey().startsWith("G1"))
                            .mapToLong(pool -> pool.getValue().getUsed())
                            .sum();
            most.accumulateAndGet(used, Math::max);
        }
    }
}
