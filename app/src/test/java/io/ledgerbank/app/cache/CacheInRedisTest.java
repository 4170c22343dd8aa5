package io.ledgerbank.app.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.WholeApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import redis.embedded.RedisServer;

@WholeApp
@TestPropertySource(properties = {"spring.cache.type=redis", "spring.data.redis.host=127.0.0.1"})
class CacheInRedisTest extends CachedBalances {

    private static final RedisServer REDIS = started();

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("spring.data.redis.port", () -> REDIS.ports().getFirst());
    }

    @AfterAll
    static void stop() throws IOException {
        REDIS.stop();
    }

    @Test
    void is_chosen_by_one_property() {
        assertThat(caches()).isInstanceOf(RedisCacheManager.class);
    }

    private static RedisServer started() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
