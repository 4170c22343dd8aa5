package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KillingTheBankTest {

    private static final int CALLERS = 16;
    private static final int ROUNDS = 2;
    private static final int ANSWERS_A_ROUND = 300;

    @TempDir
    Path folder;

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    @Test
    void in_the_middle_of_its_work_loses_no_answered_execution_and_repeats_none() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            killUnderLoad(round * ANSWERS_A_ROUND);
        }

        try (BankProcess process = BankProcess.start(journal())) {
            TestBank bank = process.bank();
            assertThat(sent).hasSizeGreaterThan(answered.size());
            for (String instructionId : sent) {
                bank.pay(instructionId, TestBank.BOB);
            }
            List<JsonNode> entries = bank.journal().get("entries").valueStream().toList();

            assertThat(entries)
                    .extracting(KillingTheBankTest::id)
                    .doesNotHaveDuplicates()
                    .containsAll(sent);
            for (Map.Entry<String, String> answer : answered.entrySet()) {
                assertThat(bank.inquire(answer.getKey()).body()).isEqualTo(answer.getValue());
            }
        }
    }

    @Test
    void leaves_the_journal_to_the_next_process() throws Exception {
        try (BankProcess first = BankProcess.start(journal())) {
            first.bank().pay("one", TestBank.BOB);
            try (BankProcess second = BankProcess.start(journal())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThatThrownBy(second::bank).hasStackTraceContaining("is in use by another bank simulator");
            }
        }

        try (BankProcess next = BankProcess.start(journal())) {
            assertThat(next.bank().inquire("one").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void is_not_needed_when_its_disk_is_full_it_stops_deciding_by_itself() throws Exception {
        try (BankProcess process = BankProcess.startWithFullDiskAfter(8, journal())) {
            TestBank bank = process.bank();
            int status = payUntilRefused(bank);

            assertThat(status).isEqualTo(500);
            assertThat(bank.get("/health").statusCode()).isEqualTo(503);
            assertThat(bank.pay("later", TestBank.BOB).statusCode()).isEqualTo(500);
            assertThat(answered).isNotEmpty();
        }

        try (BankProcess next = BankProcess.start(journal())) {
            assertThat(next.bank().journal().get("entries").valueStream().map(KillingTheBankTest::id))
                    .containsAll(answered.keySet());
            assertThat(next.bank().inquire("later").statusCode()).isEqualTo(404);
        }
    }

    private int payUntilRefused(TestBank bank) throws Exception {
        while (true) {
            String instructionId = UUID.randomUUID().toString();
            HttpResponse<String> response = bank.pay(instructionId, TestBank.BOB);
            if (response.statusCode() != 201) {
                return response.statusCode();
            }
            answered.put(instructionId, response.body());
        }
    }

    private void killUnderLoad(int answersBefore) throws Exception {
        try (BankProcess process = BankProcess.start(journal());
                ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            TestBank bank = process.bank();
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> payUntilTheBankIsGone(bank));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> answered.size() >= answersBefore);
            process.kill();
        }
    }

    private void payUntilTheBankIsGone(TestBank bank) {
        try {
            while (true) {
                String instructionId = UUID.randomUUID().toString();
                sent.add(instructionId);
                HttpResponse<String> response = bank.pay(instructionId, TestBank.BOB);
                if (response.statusCode() == 201) {
                    answered.put(instructionId, response.body());
                }
            }
        } catch (IOException gone) {
            assertThat(gone).isNotNull();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String id(JsonNode entry) {
        return entry.get("instructionId").asString();
    }

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }
}
