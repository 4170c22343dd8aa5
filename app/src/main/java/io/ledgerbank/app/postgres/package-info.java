/** The database: an embedded PostgreSQL or the operator's own, migrated before anything else sees it. */
@NullMarked
package io.ledgerbank.app.postgres;

import org.jspecify.annotations.NullMarked;
