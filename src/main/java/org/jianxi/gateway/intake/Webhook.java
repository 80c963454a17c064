package org.jianxi.gateway.intake;

import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.NoticeKind;

/**
 * Where a source's own system takes notices, and of what.
 *
 * @param secrets what they are signed with; two while the receiver changes over
 */
public record Webhook(String url, List<SecretReference> secrets, Set<NoticeKind> kinds) {

    public Webhook {
        secrets = List.copyOf(secrets);
        kinds = Set.copyOf(kinds);
    }
}
