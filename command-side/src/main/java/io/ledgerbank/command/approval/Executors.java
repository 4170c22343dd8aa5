package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.user.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.Configuration;

/** Finds who carries out a proposal. */
final class Executors {

    /** One kind's executor, which sees proposals of its kind only. */
    private record Known<P extends Proposal>(Class<P> type, Executor<P> executor) {

        static <P extends Proposal> Known<P> of(ProposalKind<P> kind, Configuration axon) {
            return new Known<>(kind.type(), kind.executor().apply(axon));
        }

        void carryOut(Proposal proposal, Caller approver) throws Exception {
            executor.carryOut(type.cast(proposal), approver);
        }
    }

    private final Map<Class<?>, Known<?>> known;

    Executors(List<ProposalKind<?>> kinds, Configuration axon) {
        this.known = kinds.stream()
                .map(kind -> Known.of(kind, axon))
                .collect(Collectors.toUnmodifiableMap(Known::type, Function.identity()));
    }

    Optional<Rejection> refusalOf(Proposal proposal, Caller caller) {
        return of(proposal).executor().refusalOf(caller);
    }

    void carryOut(Proposal proposal, Caller approver) throws Exception {
        of(proposal).carryOut(proposal, approver);
    }

    private Known<?> of(Proposal proposal) {
        Known<?> found = known.get(proposal.getClass());
        if (found == null) {
            throw new IllegalStateException("Nobody carries out a " + proposal.getClass());
        }
        return found;
    }
}
