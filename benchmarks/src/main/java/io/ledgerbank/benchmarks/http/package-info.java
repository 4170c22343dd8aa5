/** The callers of a bank over HTTP, as thin as HTTP allows. */
@NullMarked
package io.ledgerbank.benchmarks.http;

import org.jspecify.annotations.NullMarked;
