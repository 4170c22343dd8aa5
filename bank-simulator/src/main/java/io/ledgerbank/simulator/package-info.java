/**
 * An external bank over real HTTP: its payment desk, the faults it shows on demand, its protocol and its notifications.
 *
 * <ul>
 *   <li>{@code POST /payments} with an instruction: 201 executed, 422 rejected with an ISO 20022 reason; repeated: 200 or 422
 *       with the same body, executed once; the same id with another order: 409
 *   <li>{@code GET /payments/{instructionId}}: 200 with the same final answer, 404 {@code UNKNOWN} when it decided nothing
 *   <li>{@code GET /}: the test creditors and what each provokes; {@code GET /journal}: every decision in order, with the
 *       number of POSTs that arrived for it; {@code GET /health}
 * </ul>
 *
 * The whole of it, with guarantees and examples, is in {@code docs/banks/simulator.md}.
 */
@NullMarked
package io.ledgerbank.simulator;

import org.jspecify.annotations.NullMarked;
