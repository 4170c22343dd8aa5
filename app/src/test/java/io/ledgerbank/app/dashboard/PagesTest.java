package io.ledgerbank.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.payment.Counter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, as people with all kinds of eyes, hands and screens meet it. */
class PagesTest extends DashboardCase {

    private static final List<String> PAGES = List.of(
            "/dashboard",
            "/dashboard/sagas",
            "/dashboard/risk",
            "/dashboard/batches",
            "/dashboard/approvals",
            "/dashboard/letters",
            "/dashboard/breaks",
            "/dashboard/banks",
            "/dashboard/queues",
            "/dashboard/projections",
            "/dashboard/audit",
            "/dashboard/verification",
            "/dashboard/books");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_page_is_accessible(String theme) {
        String settled = settled("12.00");
        String stuck = stuck("7.00");
        String approval = unfreezing();
        chrome.inTheme(theme).isAccessible();
        asAdmin();

        PAGES.forEach(path -> chrome.open(path).sees("Sam Staff").isAccessible());
        for (String path : List.of(
                "/dashboard/sagas/" + settled,
                "/dashboard/sagas/" + stuck,
                "/dashboard/sagas/" + stuck + "/do/retry",
                "/dashboard/sagas/" + stuck + "/do/resolve?outcome=EXECUTED",
                "/dashboard/batches/new?state=STUCK&step=PARKED&reason=timeout&bank=SIMBANK&action=RETRY",
                "/dashboard/approvals/" + approval,
                "/dashboard/projections/sagas",
                "/dashboard/sagas?state=STUCK&reason=timeout",
                "/dashboard/sagas?state=LOST")) {
            chrome.open(path).sees("Sam Staff").isAccessible();
        }
        assertThat(chrome.run("return document.documentElement.dataset.theme")).isEqualTo(theme);
    }

    @Test
    void every_page_fits_a_phone() {
        String stuck = stuck("7.00");
        asAdmin().atAPhone();

        for (String path : PAGES) {
            fits(path);
        }
        fits("/dashboard/sagas/" + stuck);
        fits("/dashboard/sagas/" + stuck + "/do/resolve");
    }

    @Test
    void the_keyboard_gets_from_the_top_of_a_page_to_its_content() {
        asAdmin();

        Object target = chrome.run("""
                const first = document.querySelector('body a');
                first.focus();
                return first.textContent + ' ' + first.getAttribute('href') + ' ' + (document.querySelector('#main') !== null);
                """);

        assertThat(target).isEqualTo("Skip to content #main true");
    }

    @Test
    void no_page_weighs_more_than_150_kilobytes() {
        asAdmin();
        for (String path : PAGES) {
            chrome.open(path);
            Object bytes = chrome.run("""
                    return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                        .filter(entry => entry.initiatorType !== 'fetch' && entry.initiatorType !== 'xmlhttprequest')
                        .reduce((sum, entry) => sum + entry.decodedBodySize, 0);
                    """);
            assertThat(((Number) bytes).longValue()).as(path).isBetween(1L, 150L * 1024);
        }
    }

    private void fits(String path) {
        chrome.open(path).sees("Sign out");
        Object tooWide = chrome.run("return document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) tooWide).intValue()).as(path).isLessThanOrEqualTo(0);
        chrome.isAccessible();
    }

    private String unfreezing() {
        teller.with("Idempotency-Key", Counter.key())
                .post("/api/accounts/" + bobs + "/freeze", Map.of("reason", "Looked odd"))
                .is(200);
        return teller.with("Idempotency-Key", Counter.key())
                .post("/api/accounts/" + bobs + "/unfreeze", Map.of("reason", "All is well"))
                .is(202)
                .header("Location")
                .replaceFirst(".*/", "");
    }
}
