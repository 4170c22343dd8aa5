package io.ledgerbank.query.approval;

import io.ledgerbank.api.approval.Proposal;
import tools.jackson.databind.json.JsonMapper;

/** Proposals as rows keep them: in the vocabulary's own JSON, so that a new kind needs no new column. */
interface ProposalJson {

    static String write(Proposal proposal) {
        return JsonMapper.shared().writeValueAsString(proposal);
    }

    static Proposal read(String json) {
        return JsonMapper.shared().readValue(json, Proposal.class);
    }
}
