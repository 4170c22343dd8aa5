/** Reads what clients send, all of which is hostile, and tells them every field at fault at once. */
@NullMarked
package io.ledgerbank.command.request;

import org.jspecify.annotations.NullMarked;
