/** The query house: remembers what happened in a shape that questions can be answered from, and answers them. */
@NullMarked
package io.ledgerbank.query;

import org.jspecify.annotations.NullMarked;
