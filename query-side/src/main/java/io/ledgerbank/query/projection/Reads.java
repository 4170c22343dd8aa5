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

    /** The attribute of a request that has the position of the write that its answer must show; a {@code Long}. */
    String AT_LEAST = "ledgerbank.atLeast";

    ProjectionName[] value();
}
