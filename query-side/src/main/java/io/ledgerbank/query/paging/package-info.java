/** What lists share: pages, cursors, and one way to put a keyset query together. */
@NullMarked
package io.ledgerbank.query.paging;

import org.jspecify.annotations.NullMarked;
