package io.ledgerbank.query.projection;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which projections the answers of an endpoint, or of one call of it, are made of; none where they come from what is always
 * up to date.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

    ProjectionName[] value();
}
