package io.ledgerbank.command.user;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The passwords that are tried first: thirty thousand that many have chosen, and what is easily made of them. */
final class CommonPasswords {

    private static final Set<String> KNOWN = load();
    private static final Pattern DECORATION = Pattern.compile("[^\\p{L}]+$");
    private static final Pattern OUR_NAME = Pattern.compile("[^\\p{L}]*ledger[^\\p{L}]*bank[^\\p{L}]*");
    private static final int FEWEST_DIFFERENT_CHARACTERS = 3;
    private static final int LONGEST_DECORATED = 14;

    private CommonPasswords() {}

    /** Whether it is one of them, in any case, with or without digits and signs behind it, or hardly varies at all. */
    static boolean include(String password) {
        String plain =
                Normalizer.normalize(password, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return plain.chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS
                || KNOWN.contains(plain)
                || OUR_NAME.matcher(plain).matches()
                || isKnownWithDecoration(plain);
    }

    private static boolean isKnownWithDecoration(String plain) {
        return plain.length() <= LONGEST_DECORATED
                && KNOWN.contains(DECORATION.matcher(plain).replaceFirst(""));
    }

    private static Set<String> load() {
        try {
            return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read", e);
        }
    }
}
