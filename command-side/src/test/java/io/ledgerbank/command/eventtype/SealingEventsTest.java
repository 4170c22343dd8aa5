package io.ledgerbank.command.eventtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountRenamed;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserRegistered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SealingEventsTest {

    private static final UserId ALICE = UserId.next();
    private static final AccountId ACCOUNT = AccountId.next();
    private static final PaymentId PAYMENT = PaymentId.next();
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Money AMOUNT = Money.of("12.34", GBP);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Iban OWN = Iban.parse("GB33BUKB20201555555555");
    private static final Iban CAROLS = Iban.parse("DE89370400440532013000");
    private static final Counterparty CAROL = Counterparty.external("Carol Creditor", CAROLS);

    private static final AccountOpened OPENED = new AccountOpened(
            ACCOUNT,
            ALICE,
            "Secret savings",
            AccountType.CHECKING,
            GBP,
            OWN,
            new AccountLimits(AMOUNT, AMOUNT, AMOUNT),
            NOW);
    private static final PaymentCreated CREATED = new PaymentCreated(
            PAYMENT,
            ALICE,
            new PaymentOrder.External(
                    ACCOUNT,
                    new Creditor("Carol Creditor", CAROLS, new BankCode("SIMBANK")),
                    AMOUNT,
                    "Secret purpose",
                    Optional.of("E2E"),
                    Priority.NORMAL),
            Optional.of(OWN),
            NOW);
    private static final UserRegistered REGISTERED =
            new UserRegistered(ALICE, "alice@example.com", "Alice Example", Role.USER, NOW);
    private static final FundsHeld HELD =
            new FundsHeld(ACCOUNT, PAYMENT, AMOUNT, Optional.of(new Purpose(CAROL, "Secret purpose", NOW, TODAY)));

    private final Keys keys = new Keys();
    private final StoredTypeSerializer serializer = new StoredTypeSerializer(new StoredTypes(EventTypes.ALL), keys);

    @BeforeEach
    void the_account_is_alices() {
        serializer.serialize(OPENED, byte[].class);
    }

    static Stream<Object> events() {
        return Stream.of(
                OPENED,
                CREATED,
                REGISTERED,
                HELD,
                new AccountRenamed(ACCOUNT, "Secret savings", NOW),
                new FundsHeld(ACCOUNT, PAYMENT, AMOUNT, Optional.empty()),
                new AccountDebited(
                        ACCOUNT,
                        PAYMENT,
                        AMOUNT,
                        InternalAccount.CASH,
                        CAROL,
                        "Secret purpose",
                        TODAY,
                        TODAY,
                        Optional.of(NOW)),
                new AccountDebited(
                        ACCOUNT,
                        PAYMENT,
                        AMOUNT,
                        InternalAccount.CLEARING,
                        Counterparty.ours(AccountId.next(), OWN),
                        "Secret purpose",
                        TODAY,
                        TODAY,
                        Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_was_written_is_read_and_stands_nowhere_in_the_log(Object event) {
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);

        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(event);
        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .doesNotContain("Secret", "Carol", CAROLS.value(), "alice@example.com", "Alice");
    }

    @ParameterizedTest
    @MethodSource("events")
    void of_somebody_who_has_been_forgotten_everything_else_is_still_read(Object event) {
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        keys.forgotten.add(ALICE.value());

        Object read = serializer.deserialize(stored);

        assertThat(read).isInstanceOf(event.getClass());
        assertThat(read.toString()).doesNotContain("Secret", "Carol", CAROLS.value(), "alice@example.com", "Alice");
    }

    @Test
    void what_is_forgotten_says_so() {
        SerializedObject<byte[]> created = serializer.serialize(CREATED, byte[].class);
        SerializedObject<byte[]> registered = serializer.serialize(REGISTERED, byte[].class);
        SerializedObject<byte[]> held = serializer.serialize(HELD, byte[].class);
        keys.forgotten.add(ALICE.value());

        PaymentCreated payment = serializer.deserialize(created);
        UserRegistered user = serializer.deserialize(registered);
        FundsHeld hold = serializer.deserialize(held);

        assertThat(payment.order().externalCreditor())
                .contains(new Creditor("erased", Iban.ERASED, new BankCode("SIMBANK")));
        assertThat(payment.order().remittanceInformation()).isEqualTo(UserDetails.ERASED);
        assertThat(payment.order().amount()).isEqualTo(AMOUNT);
        assertThat(user.fullName()).isEqualTo(UserDetails.ERASED);
        assertThat(hold.purpose().orElseThrow().counterparty())
                .isEqualTo(new Counterparty(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void what_happens_later_to_somebody_who_has_been_forgotten_is_written_without_them() {
        keys.forgotten.add(ALICE.value());

        UserRegistered read = serializer.deserialize(serializer.serialize(REGISTERED, byte[].class));

        assertThat(read.email()).isEqualTo("erased");
    }

    @Test
    void what_was_written_before_there_were_seals_is_read_as_it_is() {
        SerializedObject<byte[]> plain =
                new StoredTypeSerializer(new StoredTypes(EventTypes.ALL)).serialize(CREATED, byte[].class);
        keys.forgotten.add(ALICE.value());

        assertThat(serializer.<byte[], Object>deserialize(plain)).isEqualTo(CREATED);
    }

    @Test
    void events_are_read_after_their_shape_was_upcast_too() {
        SerializedObject<byte[]> stored = serializer.serialize(OPENED, byte[].class);
        JsonNode tree = JsonMapper.shared().readTree(stored.getData());
        SerializedObject<JsonNode> upcast = new SimpleSerializedObject<>(tree, JsonNode.class, stored.getType());

        AccountOpened read = serializer.deserialize(upcast);

        assertThat(read).isEqualTo(OPENED);
    }

    @Test
    void every_type_with_personal_fields_is_registered() {
        List<String> names = EventTypes.ALL.stream().map(StoredType::name).toList();

        assertThat(PersonalFields.types()).allMatch(name -> names.contains(name) || name.equals("Account"));
    }

    /** "Sealed" is base64. */
    private static final class Keys implements Sealing {

        private final Set<UUID> forgotten = new HashSet<>();
        private final Map<UUID, UUID> owners = new HashMap<>();

        @Override
        public Optional<String> seal(UUID person, byte[] plain) {
            return forgotten.contains(person)
                    ? Optional.empty()
                    : Optional.of(Base64.getEncoder().encodeToString(plain));
        }

        @Override
        public Optional<byte[]> open(UUID person, String sealed) {
            return forgotten.contains(person)
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(sealed));
        }

        @Override
        public void remember(UUID account, UUID owner) {
            owners.put(account, owner);
        }

        @Override
        public UUID ownerOf(UUID account) {
            return Optional.ofNullable(owners.get(account)).orElseThrow();
        }
    }
}
