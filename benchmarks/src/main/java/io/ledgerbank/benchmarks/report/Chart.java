package io.ledgerbank.benchmarks.report;

import java.util.List;

/** A bar for each series' first figure, with a line from its least to its most; legible on light and on dark paper. */
final class Chart {

    private static final int WIDTH = 760;
    private static final int NAMES = 250;
    private static final int NUMBERS = 130;
    private static final int BARS = WIDTH - NAMES - NUMBERS;
    private static final int HEADING = 44;
    private static final int LINE = 30;
    private static final int BAR = 16;

    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1f2328; }
              .title { font-weight: 600; }
              .bar { fill: #2f6fb7; }
              .spread { stroke: #1f2328; stroke-width: 1.5; }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3; }
                .bar { fill: #5aa0ea; }
                .spread { stroke: #e6edf3; }
              }
            </style>
            """;

    private Chart() {}

    static String of(Findings findings) {
        List<Series> series = findings.series();
        long most = series.stream().mapToLong(one -> one.first().most()).max().orElse(1);
        int height = HEADING + LINE * series.size() + 8;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n"
                .formatted(WIDTH, height));
        svg.append("<title>%s</title>%n".formatted(escaped(findings.title()))).append(STYLE);
        svg.append("<text class=\"title\" x=\"12\" y=\"24\">%s, %s</text>%n"
                .formatted(
                        escaped(findings.title()),
                        escaped(series.getFirst().first().label())));
        for (int i = 0; i < series.size(); i++) {
            svg.append(bar(series.get(i), HEADING + LINE * i, Math.max(1, most)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bar(Series series, int top, long most) {
        Figure figure = series.first();
        int baseline = top + BAR - 3;
        int middle = top + BAR / 2;
        return """
                <text x="%d" y="%d" text-anchor="end">%s</text>
                <rect class="bar" x="%d" y="%d" width="%d" height="%d" rx="2"/>
                <line class="spread" x1="%d" y1="%d" x2="%d" y2="%d"/>
                <text x="%d" y="%d">%s</text>
                """.formatted(
                        NAMES - 10,
                        baseline,
                        escaped(series.name()),
                        NAMES,
                        top,
                        Math.max(1, length(figure.median(), most)),
                        BAR,
                        NAMES + length(figure.least(), most),
                        middle,
                        NAMES + length(figure.most(), most),
                        middle,
                        NAMES + length(figure.most(), most) + 10,
                        baseline,
                        figure.unit().write(figure.median()));
    }

    private static int length(long amount, long most) {
        return Math.toIntExact(amount * BARS / most);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
