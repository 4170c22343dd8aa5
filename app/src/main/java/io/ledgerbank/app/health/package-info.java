/** Whether this process is alive and can do its work, for those who route traffic to it. */
@NullMarked
package io.ledgerbank.app.health;

import org.jspecify.annotations.NullMarked;
