package io.ledgerbank.app.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.cache.autoconfigure.CacheManagerCustomizer;
import org.springframework.boot.cache.autoconfigure.RedisCacheManagerBuilderCustomizer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;
import org.springframework.data.redis.serializer.RedisSerializer;

/** The caches there are, for how long they keep what they are given, and that it is counted what is found in them. */
@Configuration(proxyBeanMethods = false)
@EnableCaching
class CacheConfiguration {

    private static final Map<String, Duration> KEPT = Map.of("balances", Duration.ofMinutes(1));
    private static final long MOST_IN_MEMORY = 100_000;
    private static final String PREFIX = "ledgerbank:";

    @Bean
    CacheManagerCustomizer<CaffeineCacheManager> cachesInMemory() {
        return manager -> KEPT.forEach((name, time) -> manager.registerCustomCache(
                name,
                Caffeine.newBuilder()
                        .expireAfterWrite(time)
                        .maximumSize(MOST_IN_MEMORY)
                        .recordStats()
                        .build()));
    }

    /** Nothing but text is kept there, so nothing but text is read from there. */
    @Bean
    RedisCacheManagerBuilderCustomizer cachesInRedis() {
        RedisCacheConfiguration text = RedisCacheConfiguration.defaultCacheConfig()
                .prefixCacheNameWith(PREFIX)
                .serializeValuesWith(SerializationPair.fromSerializer(RedisSerializer.string()));
        return builder -> builder.withInitialCacheConfigurations(KEPT.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, cache -> text.entryTtl(cache.getValue()))))
                .disableCreateOnMissingCache()
                .enableStatistics();
    }
}
