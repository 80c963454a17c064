package org.jianxi.gateway.accounts;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Role;

/**
 * What one person does here. The auditor, the administrator and a unit's reporter do nothing beside it; officer, approver and filer may be
 * one person, who still cannot file what the same person approved.
 *
 * @param areas the units whose pages a reporter reads; empty for everybody else
 */
public record Duties(Set<Role> roles, Set<Sender> areas) {

    private static final Set<Role> ALONE = EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR, Role.REPORTER);

    public Duties {
        var objection = objection(roles, areas);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get().en());
        }
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
    }

    /** Why nobody can have these duties, in words for whoever asked; empty where somebody can. */
    public static Optional<Bilingual> objection(Set<Role> roles, Set<Sender> areas) {
        if (roles.isEmpty()) {
            return refused("至少选一个角色", "choose one role at least");
        }
        if (roles.contains(Role.SENDER)) {
            return refused(
                    "sender 是系统的角色，请签发密钥（./jianxi access）", "sender is a system's role: issue a key (./jianxi access)");
        }
        if (roles.size() > 1 && roles.stream().anyMatch(ALONE::contains)) {
            return refused(
                    "auditor、administrator、reporter 不与其他角色兼任",
                    "auditor, administrator and reporter are not combined with another role");
        }
        if (roles.contains(Role.REPORTER) == areas.isEmpty()) {
            return refused("reporter 须有填报单位，其他角色没有", "a reporter has units, and nobody else has");
        }
        return Optional.empty();
    }

    private static Optional<Bilingual> refused(String zh, String en) {
        return Optional.of(new Bilingual(zh, en));
    }
}
