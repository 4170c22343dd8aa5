package io.ledgerbank.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.ledgerbank.api.planted.WordWithAFramework;
import io.ledgerbank.app.dashboard.planted.PageWithATable;
import io.ledgerbank.command.planted.AggregateThatKnowsSpring;
import io.ledgerbank.command.planted.AppliesWhileSourcing;
import io.ledgerbank.command.planted.AsksTheClock;
import io.ledgerbank.command.planted.DecidesByReading;
import io.ledgerbank.command.planted.MoneyInDouble;
import io.ledgerbank.command.planted.OpenToTheWorldEndpoint;
import io.ledgerbank.command.planted.ReachesIntoTheLogEndpoint;
import io.ledgerbank.command.planted.one.KnowsTwo;
import io.ledgerbank.command.planted.two.KnowsOne;
import io.ledgerbank.query.planted.ProjectionThatCommands;
import io.ledgerbank.saga.planted.SagaWithATable;
import io.ledgerbank.saga.planted.WorkerThatTimesItself;
import io.ledgerbank.saga.work.Worker;
import io.ledgerbank.simulator.planted.BankThatKnowsUs;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.slf4j.MDC;

/** The rules that keep the houses apart, each with a planted violation that it must catch. */
enum Rule {
    THE_VOCABULARY_KNOWS_NO_FRAMEWORK(
            classes()
                    .that()
                    .resideInAPackage("io.ledgerbank.api..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                                    "io.ledgerbank.api..",
                                    "java..",
                                    "org.jspecify.annotations",
                                    "com.fasterxml.jackson.annotation",
                                    "com.github.f4b6a3.uuid",
                                    "org.iban4j")
                            .or(JavaClass.Predicates.belongToAnyOf(
                                    org.axonframework.modelling.command.TargetAggregateIdentifier.class))),
            WordWithAFramework.class),

    THE_HOUSES_NEVER_MEET(
            slices().matching("io.ledgerbank.(command|query|saga|simulator)..")
                    .should()
                    .notDependOnEachOther()
                    .as("command-side, query-side, saga and simulator never depend on each other"),
            DecidesByReading.class,
            io.ledgerbank.query.planted.Remembered.class),

    NOTHING_DEPENDS_ON_THE_HOST(
            noClasses()
                    .that()
                    .resideInAnyPackage("io.ledgerbank.command..", "io.ledgerbank.query..", "io.ledgerbank.saga..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.ledgerbank.app.."),
            OpenToTheWorldEndpoint.class),

    AN_EXTERNAL_BANK_KNOWS_NOTHING_OF_US(
            noClasses()
                    .that()
                    .resideInAPackage("io.ledgerbank.simulator..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.ledgerbank..")
                            .and(not(resideInAPackage("io.ledgerbank.simulator..")))),
            BankThatKnowsUs.class),

    DECISIONS_KNOW_NO_SPRING(
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.ledgerbank.command.account..",
                            "io.ledgerbank.command.approval..",
                            "io.ledgerbank.command.bank..",
                            "io.ledgerbank.command.bankconnection..",
                            "io.ledgerbank.command.payment..",
                            "io.ledgerbank.command.standingorder..",
                            "io.ledgerbank.command.planted..")
                    .and()
                    .haveNameNotMatching(".*(Configuration|Endpoint)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "org.axonframework.spring.."),
            AggregateThatKnowsSpring.class),

    FEATURES_FORM_NO_CYCLES(
            slices().matching("io.ledgerbank.(*).(**)").should().beFreeOfCycles(), KnowsOne.class, KnowsTwo.class),

    SOURCING_AN_EVENT_APPLIES_NO_OTHER(
            methods()
                    .that()
                    .areAnnotatedWith(EventSourcingHandler.class)
                    .should(Conditions.neverCall(AggregateLifecycle.class)),
            AppliesWhileSourcing.class),

    WHAT_REMEMBERS_NEVER_COMMANDS(
            noClasses()
                    .that()
                    .resideInAPackage("io.ledgerbank.query..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.axonframework.commandhandling.."),
            ProjectionThatCommands.class),

    THE_SAGA_READS_NO_TABLES(
            noClasses()
                    .that()
                    .resideInAPackage("io.ledgerbank.saga..")
                    .and()
                    .resideOutsideOfPackages(
                            "io.ledgerbank.saga.work..",
                            "io.ledgerbank.saga.batch..",
                            "io.ledgerbank.saga.bankconnection..",
                            "io.ledgerbank.saga.reconciliation..",
                            "io.ledgerbank.saga.webhook..")
                    .and()
                    .haveNameNotMatching(".*Configuration(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..", "javax.sql..", "org.springframework.jdbc..", "jakarta.persistence.."),
            SagaWithATable.class),

    PAGES_READ_NO_TABLES(
            noClasses()
                    .that()
                    .resideInAPackage("io.ledgerbank.app.dashboard..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..", "javax.sql..", "org.springframework.jdbc..", "jakarta.persistence.."),
            PageWithATable.class),

    WORKERS_ONLY_WORK(
            noClasses()
                    .that()
                    .implement(Worker.class)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(
                                    "io.micrometer..", "com.github.kagkarlsson..", "java.sql..", "javax.sql..")
                            .or(JavaClass.Predicates.belongToAnyOf(MDC.class)))
                    .as("timing, tracing, retries and dead letters are done around workers, not by them"),
            WorkerThatTimesItself.class),

    ENDPOINTS_SEE_GATEWAYS_ONLY(
            noClasses()
                    .that()
                    .resideInAPackage("io.ledgerbank.command..")
                    .and(simpleNameEndingWith("Endpoint"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.axonframework.eventsourcing..", "org.axonframework.modelling..", "java.sql.."),
            ReachesIntoTheLogEndpoint.class),

    ENDPOINTS_ARE_SEEN_BY_HTTP_ALONE(
            classes().that().haveSimpleNameEndingWith("Endpoint").should().bePackagePrivate(),
            OpenToTheWorldEndpoint.class),

    TIME_COMES_FROM_A_CLOCK(
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.ledgerbank.api..",
                            "io.ledgerbank.command..",
                            "io.ledgerbank.query..",
                            "io.ledgerbank.saga..")
                    .should(Conditions.askTheTimeWithoutA(Clock.class)),
            AsksTheClock.class),

    MONEY_IS_NEVER_BINARY(
            noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage("io.ledgerbank.api..", "io.ledgerbank.command..", "io.ledgerbank.query..")
                    .should()
                    .haveRawType(Conditions.binaryFraction()),
            MoneyInDouble.class),

    NO_RESULT_IS_A_BINARY_FRACTION(
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage("io.ledgerbank.api..", "io.ledgerbank.command..", "io.ledgerbank.query..")
                    .should()
                    .haveRawReturnType(Conditions.binaryFraction()),
            MoneyInDouble.class),

    DEPENDENCIES_COME_THROUGH_CONSTRUCTORS(fields().should(Conditions.notBeInjected()), AggregateThatKnowsSpring.class);

    private final ArchRule rule;
    private final List<Class<?>> violation;

    Rule(ArchRule rule, Class<?>... violation) {
        this.rule = rule;
        this.violation = List.of(violation);
    }

    void check(JavaClasses code) {
        rule.check(code);
    }

    boolean catches(JavaClasses code) {
        return rule.allowEmptyShould(true).evaluate(code).hasViolation();
    }

    List<Class<?>> violation() {
        return violation;
    }
}
