package io.ledgerbank.app.startup;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Present only when {@code SPRING_DATASOURCE_URL} (or {@code spring.datasource.url}) names an external database. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(DatabaseConditions.External.class)
public @interface ConditionalOnExternalDatabase {}
