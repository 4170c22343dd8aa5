/** Reads what clients send, all of which is hostile, tells them every field at fault at once, and answers what takes two. */
@NullMarked
package io.ledgerbank.command.request;

import org.jspecify.annotations.NullMarked;
