package io.ledgerbank.app.story;

import java.util.stream.IntStream;

/** How bad the weather is: once and small in every build, as often and as long as wanted by system properties. */
final class Weather {

    private Weather() {}

    /** Numbers the storms: {@code weather.rounds}, 1 otherwise. */
    static IntStream rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("weather.rounds", 1));
    }

    /** How many transfers are acknowledged before lightning strikes: {@code weather.transfers}, or the given. */
    static int transfers(int usually) {
        return Integer.getInteger("weather.transfers", usually);
    }
}
