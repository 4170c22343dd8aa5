/** How ids are made and read. */
@NullMarked
package io.ledgerbank.api.id;

import org.jspecify.annotations.NullMarked;
