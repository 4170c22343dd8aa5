package io.ledgerbank.app.dashboard.risk;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.query.board.RiskGroup;
import java.util.List;
import java.util.stream.IntStream;

/** A group of stuck payments as the page shows it. */
record Incident(RiskGroup group, List<Bar> bars) {

    private static final int WIDTH = 8;
    private static final int GAP = 2;
    private static final int HEIGHT = 24;

    /** A half hour of the trend. */
    record Bar(int x, int y, int width, int height) {}

    static Incident of(RiskGroup group) {
        long most = Math.max(
                1, group.trend().stream().mapToLong(Long::longValue).max().orElse(1));
        List<Bar> bars = IntStream.range(0, group.trend().size())
                .mapToObj(i -> bar(i, group.trend().get(i), most))
                .toList();
        return new Incident(group, bars);
    }

    public String reason() {
        return group.reason().map(Reason::code).orElse("");
    }

    public String title() {
        return group.reason().map(Reason::title).orElse("No reason on record");
    }

    /** How many got stuck within the last half hour. */
    public long fresh() {
        return group.trend().getLast();
    }

    public String trendInWords() {
        return "Stuck in each half hour of the last six hours: " + group.trend();
    }

    private static Bar bar(int index, long count, long most) {
        int height = count == 0 ? 1 : Math.max(3, Math.toIntExact(count * HEIGHT / most));
        return new Bar(index * (WIDTH + GAP), HEIGHT - height, WIDTH, height);
    }
}
