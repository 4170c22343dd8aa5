/** Takes out of the read models what they say of people who have been forgotten. */
@NullMarked
package io.ledgerbank.query.erasure;

import org.jspecify.annotations.NullMarked;
