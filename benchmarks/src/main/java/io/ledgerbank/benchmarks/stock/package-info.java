/** Axon as Spring Boot sets it up, deciding the same commands with the same aggregates. */
@NullMarked
package io.ledgerbank.benchmarks.stock;

import org.jspecify.annotations.NullMarked;
