package io.ledgerbank.api.standingorder;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A run that is yet to come.
 *
 * @param number 1 for the first
 * @param date the day it is for
 * @param dueAt when it is made on that day
 */
public record DueRun(int number, LocalDate date, Instant dueAt) {}
