package io.ledgerbank.command.user;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.request.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bank's users, for its staff. */
@RestController
@RequestMapping("/api/users")
class UsersEndpoint {

    /** A part of the list. */
    record UserPage(List<UserDetails> items, Optional<String> nextCursor) {}

    private static final int MOST = 100;
    private static final int LONGEST_TEXT = 255;

    private final UserList list;
    private final KnownUsers users;

    UsersEndpoint(UserList list, KnownUsers users) {
        this.list = list;
        this.users = users;
    }

    @GetMapping
    UserPage users(
            @RequestParam Optional<UserStatus> status,
            @RequestParam Optional<Role> role,
            @RequestParam Optional<String> q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        caller.requireStaff();
        require(limit >= 1 && limit <= MOST, "limit", "limit is a number from 1 to " + MOST);
        require(
                q.filter(UsersEndpoint::cannotBeSearched).isEmpty(),
                "q",
                "q has 1 to %d printable characters".formatted(LONGEST_TEXT));
        UserList.Filter filter = new UserList.Filter(status, role, q.map(text -> text.toLowerCase(Locale.ROOT)));
        return page(list.find(filter, cursor.map(UserCursor::decoded), limit + 1), limit);
    }

    @GetMapping("/{id}")
    UserDetails user(@PathVariable UserId id, Caller caller) {
        caller.requireStaff();
        return users.find(id)
                .orElseThrow(() -> new RejectedException(Reason.USER_NOT_FOUND, Reason.USER_NOT_FOUND.description()));
    }

    @GetMapping("/stats")
    UserList.Statistics statistics(Caller caller) {
        caller.requireStaff();
        return list.statistics();
    }

    private static UserPage page(List<UserDetails> found, int limit) {
        if (found.size() <= limit) {
            return new UserPage(found, Optional.empty());
        }
        List<UserDetails> shown = found.subList(0, limit);
        return new UserPage(shown, Optional.of(UserCursor.at(shown.getLast()).encoded()));
    }

    private static boolean cannotBeSearched(String text) {
        return !PrintableText.isPrintable(text) || PrintableText.length(text) > LONGEST_TEXT;
    }

    private static void require(boolean met, String field, String otherwise) {
        if (!met) {
            throw new RejectedException(
                    Reason.INVALID_PARAMETER,
                    otherwise,
                    List.of(new FieldError(field, Reason.INVALID_PARAMETER, otherwise)));
        }
    }
}
