package io.ledgerbank.app.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.WholeApp;
import org.junit.jupiter.api.Test;
import org.springframework.cache.caffeine.CaffeineCacheManager;

@WholeApp
class CacheInMemoryTest extends CachedBalances {

    @Test
    void is_the_default() {
        assertThat(caches()).isInstanceOf(CaffeineCacheManager.class);
    }
}
