package io.ledgerbank.app.dashboard.frame;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.audit.Total;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the dashboard writes amounts, times and names. Templates call it {@code words}; thread-safe. */
public final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHORT_ID = 8;

    /** In UTC, to the second. */
    public String time(Instant time) {
        return TIME.format(time);
    }

    public String clock(Instant time) {
        return CLOCK.format(time);
    }

    public String amount(Money money) {
        return amount(BigInteger.valueOf(money.minorUnits()), money.currency());
    }

    public String amount(Total total) {
        return amount(total.minorUnits(), total.currency());
    }

    public String totals(Collection<Total> totals) {
        return totals.stream()
                .collect(Collectors.toMap(
                        total -> total.currency().getCurrencyCode(), total -> total, Total::plus, TreeMap::new))
                .values()
                .stream()
                .map(this::amount)
                .collect(Collectors.joining(" · "));
    }

    /** Two units at most, such as {@code 3 h 12 min}. */
    public String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + rest(seconds % 60, " s");
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h" + rest(seconds % 3600 / 60, " min");
        }
        return seconds / 86_400 + " d" + rest(seconds % 86_400 / 3600, " h");
    }

    public String seconds(long seconds) {
        return age(Duration.ofSeconds(seconds));
    }

    public String age(Instant since, Instant now) {
        return age(Duration.between(since, now));
    }

    /** To the millisecond, for what takes moments. */
    public String took(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis < 60_000 ? BigDecimal.valueOf(millis / 100, 1) + " s" : age(duration);
    }

    public String count(long count) {
        return number("#,##0").format(count);
    }

    public String percent(long part, long whole) {
        return whole == 0 ? "–" : BigDecimal.valueOf(part * 1000 / whole, 1) + " %";
    }

    /** The end of an id, in which those of one moment differ. */
    public String shortId(Object id) {
        String text = String.valueOf(id);
        return text.length() <= SHORT_ID ? text : "…" + text.substring(text.length() - SHORT_ID);
    }

    /** {@code AWAIT_ANSWER} as {@code await answer}. */
    public String plain(Enum<?> constant) {
        return constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    public String reason(Optional<Reason> reason) {
        return reason.map(Reason::code).orElse("");
    }

    /** {@code PaymentParked} as {@code Payment parked}. */
    public String event(String type) {
        String spaced = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return spaced.charAt(0) + spaced.substring(1).toLowerCase(Locale.ROOT);
    }

    public List<String> codes(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    private static String rest(long amount, String unit) {
        return amount == 0 ? "" : " " + amount + unit;
    }

    private static String amount(BigInteger minorUnits, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        String pattern = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
        return number(pattern).format(new BigDecimal(minorUnits, digits)) + " " + currency.getCurrencyCode();
    }

    private static DecimalFormat number(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK));
    }
}
