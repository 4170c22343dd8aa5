package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Mix.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mix as it is written in JSON. */
record MixBody(
        @Nullable Long seed,
        @Nullable List<@Nullable ShareBody> shares,
        @Nullable Integer inquiriesFailing) {

    private static final int ALL = 100;

    record ShareBody(@Nullable Integer percent, @Nullable BehaviourField behaviour) {}

    Mix toMix() {
        if (seed == null) {
            throw new MalformedRequest("mix.seed is missing: with the same one the same payments go wrong again");
        }
        List<Share> read = new ArrayList<>();
        int percent = 0;
        for (@Nullable ShareBody share : shares == null ? List.<@Nullable ShareBody>of() : shares) {
            String field = "mix.shares." + read.size();
            if (share == null || share.behaviour() == null) {
                throw new MalformedRequest(field + " needs a percent and a behaviour");
            }
            int part = Ranged.number(field + ".percent", share.percent(), 1, ALL);
            percent += part;
            read.add(new Share(part, share.behaviour().toBehaviour(field + ".behaviour")));
        }
        if (percent > ALL) {
            throw new MalformedRequest("mix.shares has " + percent + " percent of all payments");
        }
        return new Mix(
                seed,
                read,
                Ranged.number("mix.inquiriesFailing", inquiriesFailing == null ? 0 : inquiriesFailing, 0, ALL - 1));
    }

    static MixBody of(Mix mix) {
        return new MixBody(
                mix.seed(),
                mix.shares().stream()
                        .<@Nullable ShareBody>map(
                                share -> new ShareBody(share.percent(), BehaviourField.of(share.behaviour())))
                        .toList(),
                mix.inquiriesFailing());
    }
}
