package io.ledgerbank.app.startup;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Which database a start uses: an empty URL counts as none, so that an unset variable in a compose file is harmless. */
final class DatabaseConditions {

    private static final String URL = "spring.datasource.url";

    private DatabaseConditions() {}

    static boolean isExternal(Environment environment) {
        return !environment.getProperty(URL, "").isBlank();
    }

    static final class Embedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !isExternal(context.getEnvironment());
        }
    }

    static final class External implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isExternal(context.getEnvironment());
        }
    }
}
