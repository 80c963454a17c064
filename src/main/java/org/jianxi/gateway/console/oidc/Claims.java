package org.jianxi.gateway.console.oidc;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.accounts.Duties;
import org.jianxi.gateway.accounts.ProviderPerson;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Role;
import org.jspecify.annotations.Nullable;

/** What an ID token says of somebody, in our words. */
record Claims(OidcSettings settings) {

    /** Empty where it names nobody, or nothing that this person would do here. */
    Optional<ProviderPerson> person(Map<String, Object> claims) {
        var roles = texts(claims.get(settings.rolesClaim()))
                .flatMap(said -> Optional.ofNullable(settings.roles().get(said)).stream())
                .flatMap(role -> Role.named(role).stream())
                .collect(Collectors.toUnmodifiableSet());
        // the units of somebody who is no reporter are the login service's business
        var areas = roles.contains(Role.REPORTER) ? areas(claims) : Set.<Sender>of();
        return texts(claims.get(settings.nameClaim()))
                .findFirst()
                .flatMap(ProviderPerson::name)
                .filter(name -> Duties.objection(roles, areas).isEmpty())
                .map(name -> new ProviderPerson(name, new Duties(roles, areas)));
    }

    private Set<Sender> areas(Map<String, Object> claims) {
        return texts(claims.get(settings.areasClaim()))
                .flatMap(code -> Sender.parse(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Stream.of(text);
            case Collection<?> several ->
                several.stream().filter(String.class::isInstance).map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }
}
