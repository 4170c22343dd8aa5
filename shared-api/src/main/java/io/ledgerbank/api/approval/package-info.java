/** The words of approvals: what may need a second person, who asked, and what the second person said. */
@NullMarked
package io.ledgerbank.api.approval;

import org.jspecify.annotations.NullMarked;
