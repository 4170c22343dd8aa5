/** Who may come to the dashboard: logging in by a form, sessions, and that everybody else is sent away. */
@NullMarked
package io.ledgerbank.app.dashboard.access;

import org.jspecify.annotations.NullMarked;
