package io.ledgerbank.command.eventtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.bank.BankEvent;
import io.ledgerbank.api.bankconnection.BankConnectionEvent;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.user.UserEvent;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventTypesTest {

    private final StoredTypeSerializer serializer = new StoredTypeSerializer(new StoredTypes(EventTypes.ALL));

    @Test
    void every_event_of_every_family_has_a_name() {
        assertThat(EventTypes.ALL)
                .extracting(StoredType::type)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                AccountEvent.class,
                                ApprovalEvent.class,
                                BankConnectionEvent.class,
                                BankEvent.class,
                                PaymentEvent.class,
                                StandingOrderEvent.class,
                                UserEvent.class)
                        .flatMap(EventTypesTest::records)
                        .toList());
    }

    @Test
    void an_event_is_stored_under_its_name_and_not_under_its_class() {
        assertThat(serializer.typeForClass(AccountOpened.class).getName()).isEqualTo("AccountOpened");
        assertThat(serializer.classForType(serializer.typeForClass(AccountOpened.class)))
                .isEqualTo(AccountOpened.class);
    }

    @Test
    void what_has_no_name_is_not_written() {
        assertThatThrownBy(() -> serializer.serialize(new StringBuilder("anything"), byte[].class))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void what_has_no_name_is_not_read() {
        var stored = new SimpleSerializedObject<>("\"/etc/passwd\"", String.class, "java.io.File", null);

        assertThatThrownBy(() -> serializer.deserialize(stored)).isInstanceOf(SerializationException.class);
    }

    @Test
    void metadata_is_written_and_read() {
        MetaData metadata = MetaData.with("actor", "somebody");

        assertThat(serializer.<byte[], MetaData>deserialize(serializer.serialize(metadata, byte[].class)))
                .isEqualTo(metadata);
    }

    @Test
    void a_name_is_given_once() {
        List<StoredType> twice = List.of(new StoredType("Same", String.class), new StoredType("Same", Long.class));

        assertThatThrownBy(() -> new StoredTypes(twice)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void every_revision_of_an_event_can_be_read() {
        assertThat(EventTypes.ALL)
                .allSatisfy(type -> assertThat(type.oldestReadable()).isEqualTo(StoredType.FIRST_REVISION));
    }

    @Test
    void an_event_is_written_with_the_revision_that_its_changes_have_made() {
        StoredType changed = new StoredType("Text", String.class)
                .changedBy(payload -> payload.put("second", 2))
                .changedBy(
                        payload -> payload.put("third", payload.path("second").asInt() + 1));

        assertThat(new StoredTypeSerializer(new StoredTypes(List.of(changed))).typeForClass(String.class))
                .isEqualTo(new SimpleSerializedType("Text", "3"));
        assertThat(changed.upcast(JsonMapper.shared().createObjectNode(), 1).toString())
                .isEqualTo("{\"second\":2,\"third\":3}");
        assertThat(changed.upcast(JsonMapper.shared().createObjectNode().put("second", 7), 2)
                        .toString())
                .isEqualTo("{\"second\":7,\"third\":8}");
    }

    @Test
    void there_are_no_more_upcasts_than_changes() {
        assertThatThrownBy(() -> new StoredType("Text", String.class, 1, List.of(payload -> payload)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StoredType("Text", String.class, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(EventTypesTest::records)
                : Stream.of(family);
    }
}
