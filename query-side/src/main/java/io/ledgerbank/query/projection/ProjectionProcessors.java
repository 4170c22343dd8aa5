package io.ledgerbank.query.projection;

import java.util.concurrent.TimeUnit;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Gives each projection a processor that reads the log in order from its beginning, wakes when this process commits,
 * and stops at an event it cannot handle: it logs, waits ever longer and tries again, and never skips.
 */
public final class ProjectionProcessors {

    /** Only what is there already: nobody waits for a batch to fill, but who lags catches up in large ones. */
    private static final int BATCH_SIZE = 1000;

    private static final int CLAIM_ATTEMPT_INTERVAL_MS = 1000;

    private final TokenStore tokenStore;

    ProjectionProcessors(TokenStore tokenStore) {
        this.tokenStore = tokenStore;
    }

    public <E> ConfigurerModule feed(ProjectionName name, Projection<E> projection) {
        var batches = new BatchHandler<>(name, projection);
        return configurer -> configurer.eventProcessing(processing -> register(processing, name.code(), batches));
    }

    private void register(EventProcessingConfigurer processing, String name, BatchHandler<?> batches) {
        processing
                .registerEventHandler(configuration -> batches)
                .assignHandlerInstancesMatching(name, handler -> handler == batches)
                .registerTokenStore(name, configuration -> tokenStore)
                .registerListenerInvocationErrorHandler(name, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(name, configuration -> PropagatingErrorHandler.instance())
                .registerTrackingEventProcessor(
                        name, org.axonframework.config.Configuration::eventStore, configuration -> singleThreaded());
    }

    /** The tail token is the log's beginning; as no replay token wraps it, no serializer has to know any. */
    private static TrackingEventProcessorConfiguration singleThreaded() {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(BATCH_SIZE)
                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                .andTokenClaimInterval(CLAIM_ATTEMPT_INTERVAL_MS, TimeUnit.MILLISECONDS);
    }
}
