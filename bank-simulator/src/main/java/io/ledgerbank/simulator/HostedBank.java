package io.ledgerbank.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** One of the banks that a simulator is, each with its own addresses, journal and faults. */
public enum HostedBank {
    /** Executes an instruction once and tells what became of it. */
    SIMBANK(Set.of(), "Executes an instruction once and tells what became of it"),
    /** Executes whatever comes as often as it comes, and tells nobody: an attempt that went wrong is for a person. */
    OLDBANK(
            Set.of(Habit.EXECUTES_REPEATS, Habit.ANSWERS_NO_INQUIRIES),
            "Executes an instruction as often as it comes and answers no inquiries"),
    /** Executes whatever comes as often as it comes, tells what became of it, and says so in words of its own. */
    PAPERBANK(
            Set.of(Habit.EXECUTES_REPEATS),
            "Executes an instruction as often as it comes, and has codes and dates of its own",
            Dialect.PAPER);

    private final Set<Habit> habits;
    private final String description;
    private final Dialect dialect;

    HostedBank(Set<Habit> habits, String description) {
        this(habits, description, Dialect.PLAIN);
    }

    HostedBank(Set<Habit> habits, String description, Dialect dialect) {
        this.habits = habits;
        this.description = description;
        this.dialect = dialect;
    }

    /** Below this path the bank has all of its addresses; the first bank has them at the root, too. */
    public String path() {
        return "/banks/" + name();
    }

    /** One line for people. */
    String description() {
        return description;
    }

    Dialect dialect() {
        return dialect;
    }

    Set<Habit> habits() {
        return habits;
    }

    /** The first bank's is the given one; the others' are beside it. */
    Path journal(Path given) {
        return this == SIMBANK ? given : given.resolveSibling(name() + "-" + given.getFileName());
    }

    static List<HostedBank> all() {
        return List.of(values());
    }
}
