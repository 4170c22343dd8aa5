/** The edge of HTTP: how JSON is read, how every error is told, and which conversation a request belongs to. */
@NullMarked
package io.ledgerbank.app.http;

import org.jspecify.annotations.NullMarked;
