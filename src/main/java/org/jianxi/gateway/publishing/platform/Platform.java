package org.jianxi.gateway.publishing.platform;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.publishing.ListKind;

/**
 * One platform that shows our lists.
 *
 * @param channel what the dictionary calls it
 * @param active whether anything is sent there
 * @param key where its key lies, {@code env:NAME} or {@code file:PATH}; never the key
 * @param trust where the authority that vouches for it lies; empty for the public ones
 */
public record Platform(
        String id,
        Bilingual title,
        String channel,
        boolean active,
        URI url,
        String key,
        Optional<String> trust,
        Set<ListKind> lists,
        Wire wire) {

    public Platform {
        lists = Set.copyOf(lists);
    }
}
