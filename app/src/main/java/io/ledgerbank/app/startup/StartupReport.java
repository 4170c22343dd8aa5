package io.ledgerbank.app.startup;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Tells the person at the terminal, once LedgerBank is ready, where everything is and who can log in. */
final class StartupReport {

    private final Environment environment;
    private final DataLocation location;
    private final ObjectProvider<ReportedAddress> addresses;

    StartupReport(Environment environment, DataLocation location, ObjectProvider<ReportedAddress> addresses) {
        this.environment = environment;
        this.location = location;
        this.addresses = addresses;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        System.out.println(String.join(System.lineSeparator(), lines(ready)));
    }

    private List<String> lines(ApplicationReadyEvent ready) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("  LedgerBank is ready" + after(ready) + ".");
        lines.add("");
        addresses().forEach(address -> lines.add(row(address.name(), address.url())));
        lines.add(row("Data", location.description()));
        if (!DatabaseConditions.isExternal(environment)) {
            lines.add("");
            lines.add("  Log in as (demo data only)");
            for (DemoUser user : DemoUser.values()) {
                lines.add("    %-20s %-20s %s".formatted(user.email(), user.password(), user.role()));
            }
        }
        lines.add("");
        return lines;
    }

    private List<ReportedAddress> addresses() {
        String app = "http://localhost:" + environment.getProperty("local.server.port");
        String management = "http://127.0.0.1:" + environment.getProperty("local.management.port") + "/actuator";
        var all = new ArrayList<ReportedAddress>();
        all.add(new ReportedAddress("Dashboard", app + "/dashboard"));
        all.add(new ReportedAddress("API", app + "/api"));
        all.add(new ReportedAddress("API docs", app + "/api/docs"));
        all.add(new ReportedAddress("Health", app + "/api/health"));
        all.add(new ReportedAddress("Management", management));
        addresses.orderedStream().forEach(all::add);
        return all;
    }

    private static String after(ApplicationReadyEvent ready) {
        var taken = ready.getTimeTaken();
        return taken == null ? "" : " after %.1f s".formatted(taken.toMillis() / 1000.0);
    }

    private static String row(String name, String value) {
        return "  %-15s %s".formatted(name, value);
    }
}
