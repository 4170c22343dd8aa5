package io.ledgerbank.query;

import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.bank.BankEvent;
import io.ledgerbank.api.bankconnection.BankConnectionEvent;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.user.UserEvent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Stores events under names without a package, as the log does. */
final class NamedTypes extends Jackson3Serializer {

    NamedTypes() {
        super(Jackson3Serializer.builder());
    }

    @Override
    @SuppressWarnings("rawtypes") // As Axon declares it.
    public SerializedType typeForClass(Class type) {
        return type == MetaData.class ? super.typeForClass(type) : new SimpleSerializedType(type.getSimpleName(), null);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        return events().filter(event -> event.getSimpleName().equals(type.getName()))
                .findFirst()
                .orElse(UnknownSerializedType.class);
    }

    private static Stream<Class<?>> events() {
        return Stream.of(
                        AccountEvent.class,
                        ApprovalEvent.class,
                        BankConnectionEvent.class,
                        BankEvent.class,
                        PaymentEvent.class,
                        StandingOrderEvent.class,
                        UserEvent.class)
                .flatMap(NamedTypes::permitted);
    }

    private static Stream<Class<?>> permitted(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(NamedTypes::permitted)
                : Stream.of(family);
    }
}
