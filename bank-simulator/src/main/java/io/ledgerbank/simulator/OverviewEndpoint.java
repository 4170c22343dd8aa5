package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Behaviour.Rejects;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code GET /}: the test creditors, as HTML for browsers and as JSON for everyone else. */
final class OverviewEndpoint {

    private static final String OTHERWISE =
            "Any other valid IBAN is executed at once; an invalid one is rejected with AC01.";
    private static final Overview OVERVIEW = new Overview(
            "LedgerBank bank simulator",
            Arrays.stream(TestCreditor.values()).map(OverviewEndpoint::listed).toList(),
            OTHERWISE,
            HostedBank.all().stream().map(Hosted::of).toList());
    private static final String PAGE = page();

    record Overview(String bank, List<Listed> creditors, String otherwise, List<Hosted> banks) {}

    record Hosted(String code, String path, String description) {

        static Hosted of(HostedBank bank) {
            return new Hosted(bank.name(), bank.path(), bank.description());
        }
    }

    record Listed(String behaviour, String iban, Optional<String> isoReason, String description) {}

    void show(Exchange exchange) throws IOException {
        exchange.header("Vary", "Accept");
        if (exchange.acceptsHtml()) {
            exchange.html(200, PAGE);
        } else {
            exchange.json(200, OVERVIEW);
        }
    }

    private static Listed listed(TestCreditor creditor) {
        Optional<String> reason = Optional.of(creditor.behaviour())
                .filter(Rejects.class::isInstance)
                .map(rejects -> ((Rejects) rejects).isoReason());
        return new Listed(creditor.name(), creditor.iban(), reason, creditor.description());
    }

    private static String page() {
        String rows = OVERVIEW.creditors().stream()
                .map(listed -> "<tr><td><code>%s</code></td><td>%s</td><td>%s</td></tr>"
                        .formatted(listed.iban(), listed.behaviour(), listed.description()))
                .collect(Collectors.joining("\n"));
        String banks = OVERVIEW.banks().stream()
                .map(bank -> "<li><code>%s</code>: %s</li>".formatted(bank.path(), bank.description()))
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>LedgerBank bank simulator</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem }
                table { border-collapse: collapse; width: 100%% }
                th, td { border-bottom: 1px solid #ccc; padding: .4rem .6rem; text-align: left }
                code { white-space: nowrap }
                </style>
                </head>
                <body>
                <h1>LedgerBank bank simulator</h1>
                <p>An external bank that misbehaves on demand. Pay one of these creditors to see how:</p>
                <table>
                <thead><tr><th>IBAN</th><th>Behaviour</th><th>What happens</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                <p>%s</p>
                <p>It is more than one bank, each with all of its addresses below a path of its own:</p>
                <ul>
                %s
                </ul>
                <p><a href="/journal">What it decided so far</a> · <a href="/faults">Its faults</a> · <a href="/accounts">Its accounts</a> · <a href="/health">Health</a></p>
                </body>
                </html>
                """.formatted(rows, OTHERWISE, banks);
    }
}
