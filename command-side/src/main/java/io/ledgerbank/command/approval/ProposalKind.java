package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.Proposal;
import java.util.function.Function;
import org.axonframework.config.Configuration;

/** Tells who carries out one kind of proposal; every feature that proposes something has a bean of this for each kind. */
public record ProposalKind<P extends Proposal>(Class<P> type, Function<Configuration, Executor<P>> executor) {}
