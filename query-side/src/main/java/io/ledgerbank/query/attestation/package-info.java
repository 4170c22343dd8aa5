/** Attests that the read models are what the log says: replays it all, compares, and has the report signed. */
@NullMarked
package io.ledgerbank.query.attestation;

import org.jspecify.annotations.NullMarked;
