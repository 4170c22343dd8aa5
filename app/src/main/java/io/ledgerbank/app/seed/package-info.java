/** Who and what there is before anybody has asked for anything: the first administrator, or the demo's people and accounts. */
@NullMarked
package io.ledgerbank.app.seed;

import org.jspecify.annotations.NullMarked;
