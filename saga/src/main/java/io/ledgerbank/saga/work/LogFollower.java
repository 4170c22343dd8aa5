package io.ledgerbank.saga.work;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/**
 * Has handlers follow the log from its beginning and fill queues; how far they have come is kept in the transaction of what
 * they enqueue. A tracking processor, because it is woken by each append; a pooled one would look twice a second.
 *
 * @param name of the processor and of its token
 */
public record LogFollower(String name, DataSource dataSource) {

    private static final int BATCH = 100;
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);
    private static final long CLAIM_INTERVAL_MILLIS = 500;

    /** @param handlers tells which of the handlers that are registered follow under this name */
    public void register(EventProcessingConfigurer processing, Predicate<Object> handlers) {
        processing
                .assignHandlerInstancesMatching(name, handlers)
                .registerTrackingEventProcessor(
                        name,
                        config -> config.eventStore(),
                        config -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                                .andTokenClaimInterval(CLAIM_INTERVAL_MILLIS, TimeUnit.MILLISECONDS)
                                .andBatchSize(BATCH))
                .registerTokenStore(name, config -> tokenStore(config.serializer()))
                .registerListenerInvocationErrorHandler(name, config -> PropagatingErrorHandler.instance());
    }

    private TokenStore tokenStore(Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(serializer)
                .claimTimeout(CLAIM_TIMEOUT)
                .schema(TokenSchema.builder()
                        .setTokenTable("saga.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("written_at")
                        .build())
                .build();
    }
}
