/** The PostgreSQL that all sides share, and pgbench beside them. */
@NullMarked
package io.ledgerbank.benchmarks.server;

import org.jspecify.annotations.NullMarked;
