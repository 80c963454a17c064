package org.jianxi.gateway.intake;

import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/**
 * Who stands behind a key. Area and source come from here alone, never from what is sent.
 *
 * @param name a role or system name, for the audit; not a person's
 * @param source the delivering system; empty for officers
 * @param senders whom it may speak for; empty for officers
 */
public record Caller(String name, Set<Role> roles, Optional<SourceId> source, Set<Sender> senders) {
    public Caller {
        roles = Set.copyOf(roles);
        senders = Set.copyOf(senders);
    }

    /**
     * A sender reads its own, the office all.
     *
     * @param sender whose it is; where nobody could tell, whoever brought it may read it
     */
    public boolean mayRead(Optional<Sender> sender, SourceId from) {
        return !is(Role.SENDER) || sender.map(senders::contains).orElse(source.equals(Optional.of(from)));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
