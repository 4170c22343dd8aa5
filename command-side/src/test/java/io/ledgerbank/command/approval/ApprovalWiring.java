package io.ledgerbank.command.approval;

import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.testing.UsersInMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.Configurer;
import org.springframework.beans.factory.ObjectProvider;

/** Wires requests for approval as the service does, for tests that bring their own log. */
public interface ApprovalWiring {

    Duration EXPIRY = Duration.ofDays(7);

    /** @param kinds of what can be approved */
    static void addTo(
            Configurer configurer, Clock clock, Claims claims, AggregateCache cache, List<ProposalKind<?>> kinds) {
        new ApprovalConfiguration()
                .approvalDecisions(
                        new Kinds(kinds),
                        new ApprovalConfiguration.ApprovalProperties(EXPIRY),
                        clock,
                        claims,
                        new UsersInMemory(),
                        cache)
                .configureModule(configurer);
    }

    /** As Spring would provide them. */
    record Kinds(List<ProposalKind<?>> kinds) implements ObjectProvider<ProposalKind<?>> {

        @Override
        public Stream<ProposalKind<?>> orderedStream() {
            return kinds.stream();
        }
    }
}
