package io.ledgerbank.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One browser for all tests of a run: Debian's, started with the first test that needs it. Without one, tests say so and skip. */
final class Chrome {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Dimension DESK = new Dimension(1360, 900);
    private static final Dimension PHONE = new Dimension(500, 900);
    private static final String AXE = axe();

    private static ChromeDriver shared;

    private final ChromeDriver driver;
    private final String origin;

    private Chrome(ChromeDriver driver, String origin) {
        this.driver = driver;
        this.origin = origin;
    }

    /** With no cookies and the size of a desk. */
    static Chrome at(int port) {
        Assumptions.assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "Skipped: there is no " + BROWSER + " or no " + DRIVER + " here");
        Chrome chrome = new Chrome(started(), "http://127.0.0.1:" + port);
        chrome.driver.get("about:blank");
        chrome.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        chrome.atADesk();
        return chrome;
    }

    private static synchronized ChromeDriver started() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::quit));
        }
        return shared;
    }

    private static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--force-color-profile=srgb",
                "--user-data-dir=" + freshFolder());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("ledgerbank-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Chrome atADesk() {
        driver.manage().window().setSize(DESK);
        return this;
    }

    Chrome atAPhone() {
        driver.manage().window().setSize(PHONE);
        return this;
    }

    Chrome inTheme(String theme) {
        driver.get(origin + "/dashboard/login");
        driver.manage()
                .addCookie(new Cookie.Builder("ledgerbank-theme", theme)
                        .path("/dashboard")
                        .build());
        return this;
    }

    Chrome loggedIn(String email, String password) {
        driver.get(origin + "/dashboard/login");
        return fill("email", email).fill("password", password).press("Sign in");
    }

    Chrome open(String path) {
        driver.get(path.startsWith("/") ? origin + path : path);
        return this;
    }

    Chrome fill(String field, String text) {
        WebElement element = waitFor(By.name(field));
        element.clear();
        element.sendKeys(text);
        return this;
    }

    Chrome choose(String css) {
        return click(By.cssSelector(css));
    }

    /** A button or a link with exactly these words. */
    Chrome press(String words) {
        return click(By.xpath("//main//*[self::a or self::button][normalize-space()=\"" + words + "\"]"
                + " | //header//button[normalize-space()=\"" + words + "\"]"));
    }

    Chrome sees(String words) {
        wait(words).until(page -> text().contains(words));
        return this;
    }

    Chrome seesNot(String words) {
        assertThat(text()).doesNotContain(words);
        return this;
    }

    Chrome forgetsItsSession() {
        driver.manage().deleteCookieNamed("ledgerbank-session");
        return this;
    }

    String text() {
        return String.valueOf(driver.executeScript("return document.body.innerText"));
    }

    String path() {
        return Objects.requireNonNull(driver.getCurrentUrl()).substring(origin.length());
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Fails if the page breaks any rule of WCAG 2.2 at level AA that can be checked by a program. */
    Chrome isAccessible() {
        driver.executeScript(AXE);
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                    .then(report => done(report.violations.map(violation => violation.id + ': ' + violation.help + ' '
                        + violation.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | '))));
                """);
        assertThat((List<?>) found).as("%s", path()).isEmpty();
        return this;
    }

    /** A page that is just being renewed may take away what was found. */
    private Chrome click(By what) {
        wait(what.toString()).until(page -> {
            Optional<WebElement> found = page.findElements(what).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst();
            found.ifPresent(WebElement::click);
            return found.isPresent();
        });
        return this;
    }

    private WebElement waitFor(By what) {
        return wait(what.toString()).until(page -> page.findElements(what).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    private WebDriverWait wait(String what) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
        wait.ignoring(StaleElementReferenceException.class);
        wait.withMessage(() -> what + " is not on " + path() + ":\n" + text());
        return wait;
    }

    private static String axe() {
        try (InputStream script = Chrome.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
