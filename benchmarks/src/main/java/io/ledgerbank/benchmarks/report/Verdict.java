package io.ledgerbank.benchmarks.report;

/**
 * A goal beside what was reached.
 *
 * @param what is judged
 * @param goal as the table of goals has it
 * @param reached in words, with the spread of the runs
 */
public record Verdict(String what, String goal, String reached, Judgement judgement) {

    /** What became of a goal. */
    public enum Judgement {
        REACHED("reached"),
        NOT_REACHED("**not reached**"),
        UNJUDGED("unjudged");

        private final String words;

        Judgement(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Compares medians, and shows beside their ratio how far the ratios of single runs lie apart. */
    public static Verdict ratio(Series one, Series other, long goalInHundredths) {
        long ratio = Series.hundredths(one.first().median(), other.first().median());
        Figure runs = one.over(other);
        return new Verdict(
                one.name() + " ÷ " + other.name(),
                "≥ " + Unit.RATIO.write(goalInHundredths),
                "%s (%s..%s)"
                        .formatted(
                                Unit.RATIO.write(ratio), Unit.RATIO.write(runs.least()), Unit.RATIO.write(runs.most())),
                ratio >= goalInHundredths ? Judgement.REACHED : Judgement.NOT_REACHED);
    }

    /** A ratio that is only told. */
    public static Verdict told(Series one, Series other) {
        Verdict judged = ratio(one, other, 0);
        return new Verdict(judged.what(), "–", judged.reached(), Judgement.UNJUDGED);
    }

    public static Verdict atMost(Series series, String label, long goal) {
        Figure figure = series.figure(label).orElseThrow();
        return new Verdict(
                series.name() + ", " + label,
                "≤ " + figure.unit().write(goal),
                figure.written(),
                figure.median() <= goal ? Judgement.REACHED : Judgement.NOT_REACHED);
    }

    /** For want of the other side. */
    public static Verdict unjudged(Series series, long goalInHundredths, String missing) {
        return new Verdict(
                series.name(),
                "≥ " + Unit.RATIO.write(goalInHundredths),
                series.first().written() + " " + series.first().label() + ", without " + missing,
                Judgement.UNJUDGED);
    }

    /** The same by another name. */
    public Verdict called(String otherName) {
        return new Verdict(otherName, goal, reached, judgement);
    }
}
