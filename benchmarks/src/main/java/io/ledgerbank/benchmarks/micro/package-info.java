/** What one event costs on its way, by JMH. */
@NullMarked
package io.ledgerbank.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
