package org.jianxi.gateway.registries.asking;

import java.util.Map;
import org.jianxi.gateway.registries.query.TlsPart;
import org.jspecify.annotations.Nullable;

/**
 * {@code agent:} of a registry's file as it is written, after its schema was kept.
 *
 * @param registry the name the agent serves it under
 * @param key reference to the key that the office gave us
 * @param certificate reference to the certificate its answers are signed with
 * @param mostSnapshotMegabytes larger snapshots are not fetched
 * @param categories its words in ours; others stay as they are
 */
public record AgentPart(
        String url,
        String registry,
        String key,
        String certificate,
        @Nullable TlsPart tls,
        @Nullable Integer mostSnapshotMegabytes,
        @Nullable Map<String, String> categories) {

    private static final int USUAL_MEGABYTES = 8192;
    private static final long MEGABYTE = 1024L * 1024;

    long mostSnapshotBytes() {
        return MEGABYTE * (mostSnapshotMegabytes == null ? USUAL_MEGABYTES : mostSnapshotMegabytes);
    }

    String category(String told) {
        return categories == null ? told : categories.getOrDefault(told, told);
    }
}
