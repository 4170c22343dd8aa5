package io.ledgerbank.command.account;

import java.util.List;

/** The rules of changes, in the order in which they are asked; the first refusal is the answer. */
final class ChangePolicies {

    static final List<ChangePolicy> RENAMING = List.of(Access::toOwnOrAsStaff, Access::asOwner, Standing::open);

    static final List<ChangePolicy> FREEZING =
            List.of(Access::toOwnOrAsStaff, Access::asStaff, Standing::open, Standing::notFrozen);

    static final List<ChangePolicy> UNFREEZING =
            List.of(Access::toOwnOrAsStaff, Access::asStaff, Standing::open, Standing::frozen);

    static final List<ChangePolicy> CLOSING = List.of(
            Access::toOwnOrAsStaff,
            Standing::open,
            Standing::thawedUnlessByStaff,
            Emptiness::noHolds,
            Emptiness::noBalance);

    static final List<ChangePolicy> CHANGING_LIMITS = List.of(Access::toOwnOrAsStaff, Access::asAdmin, Standing::open);

    private ChangePolicies() {}
}
