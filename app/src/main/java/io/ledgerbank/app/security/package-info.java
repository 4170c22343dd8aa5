/** Who may come in: access tokens become callers, everything not opened on purpose is shut, answers carry safe headers. */
@NullMarked
package io.ledgerbank.app.security;

import org.jspecify.annotations.NullMarked;
