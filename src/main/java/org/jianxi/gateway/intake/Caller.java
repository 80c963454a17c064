package org.jianxi.gateway.intake;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/**
 * Who stands behind a key. Area and source come from here alone, never from what is sent.
 *
 * @param name a role or system name, for the audit; not a person's
 * @param source the delivering system; empty for people
 * @param senders whom it may speak for, or whose pages a reporter reads; empty for the office
 */
public record Caller(String name, Set<Role> roles, Optional<SourceId> source, Set<Sender> senders) {
    public Caller {
        roles = Set.copyOf(roles);
        senders = Set.copyOf(senders);
    }

    private static final Set<Role> OFFICE = EnumSet.of(Role.OFFICER, Role.APPROVER, Role.FILER, Role.AUDITOR);

    /**
     * A unit reads its own, the office all, whoever looks after accounts nothing.
     *
     * @param sender whose it is; where nobody could tell, whoever brought it may read it
     */
    public boolean mayRead(Optional<Sender> sender, SourceId from) {
        return isOffice() || sender.map(senders::contains).orElse(source.equals(Optional.of(from)));
    }

    /** Whether what all units sent is this caller's to read. */
    public boolean isOffice() {
        return roles.stream().anyMatch(OFFICE::contains);
    }

    public boolean may(Act act) {
        return roles.stream().anyMatch(act.holders()::contains);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** What the office wrote to a unit is the office's to read, and the unit's. */
    public boolean mayReadWordsTo(Sender unit) {
        return may(Act.READ_RETURN) || senders.contains(unit);
    }
}
