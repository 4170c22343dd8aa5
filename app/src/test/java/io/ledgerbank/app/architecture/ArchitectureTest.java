package io.ledgerbank.app.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.ledgerbank");

    @ParameterizedTest
    @EnumSource
    void the_code_keeps_the_rule(Rule rule) {
        rule.check(CODE);
    }

    @ParameterizedTest
    @EnumSource
    void the_rule_catches_its_planted_violation(Rule rule) {
        JavaClasses planted = new ClassFileImporter().importClasses(rule.violation());

        assertThat(rule.catches(planted)).as("%s on %s", rule, rule.violation()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.ledgerbank.api.",
                "io.ledgerbank.command.account",
                "io.ledgerbank.command.payment",
                "io.ledgerbank.query.",
                "io.ledgerbank.saga.",
                "io.ledgerbank.simulator",
                "io.ledgerbank.app."
            })
    void every_package_a_rule_names_exists(String prefix) {
        assertThat(CODE).anyMatch(type -> type.getPackageName().concat(".").startsWith(prefix));
    }

    @Test
    void what_keeps_the_log_knows_nobody_who_uses_it() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("names of types")
                .definedBy("io.ledgerbank.command.eventtype")
                .layer("log")
                .definedBy("io.ledgerbank.command.eventlog")
                .layer("lane")
                .definedBy("io.ledgerbank.command.lane")
                .layer("claims")
                .definedBy("io.ledgerbank.command.claim")
                .layer("push")
                .definedBy("io.ledgerbank.command.push")
                .whereLayer("names of types")
                .mayNotAccessAnyLayer()
                .whereLayer("log")
                .mayOnlyAccessLayers("names of types")
                .whereLayer("lane")
                .mayOnlyAccessLayers("log", "names of types")
                .whereLayer("claims")
                .mayOnlyAccessLayers("lane", "log")
                .whereLayer("push")
                .mayOnlyAccessLayers("log")
                .check(CODE);
    }

    @Test
    void every_package_says_what_lives_in_it() {
        assertThat(CODE.stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(type -> type.getPackageName())
                        .distinct())
                .allMatch(name -> CODE.contain(name + ".package-info"));
    }
}
