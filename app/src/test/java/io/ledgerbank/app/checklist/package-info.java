/** The security checklist, each of its thirty items as a test that has the item's number in its name. */
@NullMarked
package io.ledgerbank.app.checklist;

import org.jspecify.annotations.NullMarked;
