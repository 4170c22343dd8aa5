/** How filters in query parameters are read. */
@NullMarked
package io.ledgerbank.query.web;

import org.jspecify.annotations.NullMarked;
