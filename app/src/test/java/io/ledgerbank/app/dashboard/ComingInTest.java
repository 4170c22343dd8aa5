package io.ledgerbank.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApp
class ComingInTest {

    private static final String PASSWORD = "long enough for any staff";

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    private Browsing browser;

    @BeforeEach
    void a_browser_that_nobody_has_used() {
        browser = new Browsing(port);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.INCLUDE,
            names = {"ADMIN", "SUPPORT"})
    void staff_comes_in(Role role) {
        assertThat(browser.login(somebody(role), PASSWORD)).endsWith("/dashboard");

        HttpResponse<String> page = browser.get("/dashboard");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Overview</h1>", "Sam Staff");
    }

    @Test
    void whoever_is_not_logged_in_logs_in_first_and_gets_where_they_wanted() {
        HttpResponse<String> sent = browser.get("/dashboard?");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("/dashboard/login");

        assertThat(browser.login(somebody(Role.ADMIN), PASSWORD)).endsWith("/dashboard");
    }

    @Test
    void customers_are_refused() {
        browser.login(somebody(Role.USER), PASSWORD);

        HttpResponse<String> page = browser.get("/dashboard");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("insufficient_permissions", "for the bank&#39;s staff");
        assertThat(browser.get("/dashboard?unknown=1").statusCode()).isEqualTo(403);
    }

    @Test
    void a_wrong_password_is_told_and_nothing_else() {
        assertThat(browser.login(somebody(Role.ADMIN), "a wrong password of some length"))
                .endsWith("/dashboard/login?refused=credentials");
        assertThat(browser.get("/dashboard/login?refused=credentials").body())
                .contains("The e-mail address or the password is wrong.");
    }

    @Test
    void whoever_signs_out_is_out() {
        browser.login(somebody(Role.ADMIN), PASSWORD);

        browser.submit("/dashboard", "/dashboard/logout", Map.of());

        assertThat(browser.get("/dashboard").statusCode()).isEqualTo(302);
    }

    @Test
    void a_form_without_the_pages_token_does_nothing() {
        browser.login(somebody(Role.ADMIN), PASSWORD);

        assertThat(browser.post("/dashboard/theme", Map.of("theme", "dark"), "made-up")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_script_whose_session_is_over_is_told_so() {
        assertThat(browser.get("/dashboard", "HX-Request", "true").statusCode()).isEqualTo(401);
    }

    @Test
    void cookies_and_headers_leave_nothing_to_be_stolen() {
        HttpResponse<String> page = browser.get("/dashboard/login");

        assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
                .contains("ledgerbank-session=", "HttpOnly", "SameSite=Lax", "Path=/dashboard");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void what_goes_wrong_is_told_as_a_page() {
        browser.login(somebody(Role.SUPPORT), PASSWORD);

        HttpResponse<String> unknown = browser.get("/dashboard/nowhere");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(browser.get("/dashboard?colour=red").body()).contains("unknown_parameter");
    }

    @Test
    void the_theme_is_remembered_by_the_browser_alone() {
        HttpResponse<String> chosen = browser.submit("/dashboard/login", "/dashboard/theme", Map.of("theme", "dark"));

        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(browser.get("/dashboard/login").body()).contains("data-theme=\"dark\"");
    }

    private String somebody(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Sam Staff", Password.of(PASSWORD), role);
        return email;
    }
}
