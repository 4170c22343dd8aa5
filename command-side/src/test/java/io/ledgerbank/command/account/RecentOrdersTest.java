package io.ledgerbank.command.account;

import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.BOBS_IBAN;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.eventtype.LogSerializer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

class RecentOrdersTest {

    private final RecentOrders orders = new RecentOrders();

    @Test
    void remembers_an_order_for_as_long_as_any_window_may_be() {
        orders.add(1, NOW);
        orders.add(2, NOW.plus(RecentOrders.LONGEST).minusNanos(1000));

        assertThat(orders.contains(1, NOW.minusNanos(1000))).isTrue();
        assertThat(orders.contains(1, NOW)).isFalse();
    }

    @Test
    void remembers_no_more_than_it_has_room_for_and_nothing_that_is_too_old() {
        for (int i = 0; i < 100_000; i++) {
            orders.add(i, NOW);
        }
        assertThat(orders.pairs()).hasSize(2 * RecentOrders.MOST);
        assertThat(orders.contains(100_000 - RecentOrders.MOST, NOW.minusSeconds(1)))
                .isTrue();
        assertThat(orders.contains(100_000 - RecentOrders.MOST - 1, NOW.minusSeconds(1)))
                .isFalse();

        orders.add(7, NOW.plus(RecentOrders.LONGEST));
        assertThat(orders.pairs()).hasSize(2);
    }

    @Test
    void forgets_one_order_and_not_others_like_it() {
        orders.add(1, NOW);
        orders.add(2, NOW);
        orders.add(1, NOW.plusSeconds(60));

        orders.forget(1, NOW.plusSeconds(60));

        assertThat(orders.contains(1, NOW)).isFalse();
        assertThat(orders.contains(1, NOW.minusSeconds(1))).isTrue();
        assertThat(orders.contains(2, NOW.minusSeconds(1))).isTrue();
    }

    @Test
    void is_the_same_after_it_was_written_and_read() {
        for (int i = 0; i < 20; i++) {
            orders.add(i, NOW);
        }
        Serializer serializer = LogSerializer.create();
        SerializedObject<byte[]> written = serializer.serialize(orders, byte[].class);
        RecentOrders read = serializer.deserialize(written);
        read.add(20, NOW);

        assertThat(Stream.of(0L, 19L, 20L).allMatch(order -> read.contains(order, NOW.minusSeconds(1))))
                .isTrue();
    }

    @Test
    void a_fingerprint_tells_orders_apart_and_is_the_same_in_every_process() {
        List<Long> fingerprints = List.of(
                OrderFingerprint.of(Optional.of(ALICES_IBAN), pounds("1.00"), "Lunch"),
                OrderFingerprint.of(Optional.of(BOBS_IBAN), pounds("1.00"), "Lunch"),
                OrderFingerprint.of(Optional.empty(), pounds("1.00"), "Lunch"),
                OrderFingerprint.of(Optional.of(ALICES_IBAN), pounds("1.01"), "Lunch"),
                OrderFingerprint.of(Optional.of(ALICES_IBAN), pounds("1.00"), "Lunch "));

        assertThat(fingerprints).doesNotHaveDuplicates();
        assertThat(OrderFingerprint.of(Optional.of(ALICES_IBAN), pounds("1.00"), "Lunch"))
                .isEqualTo(fingerprints.getFirst());
    }
}
