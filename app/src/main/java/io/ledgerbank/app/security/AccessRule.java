package io.ledgerbank.app.security;

import io.ledgerbank.api.user.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may call one route: everybody, or whoever has proved to be of one of the roles. */
record AccessRule(String method, PathPattern path, boolean open, Set<Role> roles) {

    private static final String OPEN = "OPEN";

    /** @throws IllegalArgumentException unless the line is a method, a path and who may call */
    static AccessRule parse(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 3) {
            throw new IllegalArgumentException("No access rule: " + line);
        }
        boolean open = words[2].equals(OPEN);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (!open) {
            Arrays.stream(words).skip(2).map(Role::valueOf).forEach(roles::add);
        }
        return new AccessRule(words[0], PathPatternParser.defaultInstance.parse(words[1]), open, roles);
    }

    String route() {
        return method + " " + path.getPatternString();
    }

    @Override
    public String toString() {
        return route() + " " + (open ? OPEN : roles.stream().map(Role::name).collect(Collectors.joining(" ")));
    }
}
