package org.jianxi.gateway.registries.lookups;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our signed word on a registry's chain, and the chain as a file: its lines, and the newest checkpoint as the last one. */
public record LookupExport(JdbcClient jdbc, Signer signer, Clock clock) {

    static final String CHECKPOINT = "checkpoint";

    private record Kept(byte[] content, byte[] cms) {}

    /** Signs what the chain has come to, unless that is signed already. */
    public void checkpoint(String registry) {
        var last = new LookupRows(jdbc).last(registry);
        if (last.number() > 0 && kept(registry, last.number()).isEmpty()) {
            sign(registry, last, clock.instant());
        }
    }

    private void sign(String registry, LookupRows.Last last, Instant now) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("registry", registry);
        tree.put("lines", last.number());
        tree.put("head", last.digest().hex());
        tree.put("signedAt", now.toString());
        var content = CanonicalBytes.of(tree);
        jdbc.sql("""
                        insert into registry_lookup_checkpoint (registry, lines, content, cms, signed_at)
                        values (:registry, :lines, :content, :cms, :now) on conflict do nothing""")
                .param("registry", registry)
                .param("lines", last.number())
                .param("content", content)
                .param("cms", signer.signDetached(content))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Kept> kept(String registry, long lines) {
        return jdbc.sql(
                        "select content, cms from registry_lookup_checkpoint where registry = :registry and lines = :lines")
                .param("registry", registry)
                .param("lines", lines)
                .query((row, at) -> new Kept(row.getBytes("content"), row.getBytes("cms")))
                .optional();
    }

    /** Each line without its end. Nothing at all for a registry that was never asked. */
    public void write(String registry, Consumer<String> lines) {
        checkpoint(registry);
        var rows = new LookupRows(jdbc);
        var last = rows.last(registry);
        rows.forEach(registry, lines);
        kept(registry, last.number())
                .ifPresent(one -> lines.accept(CanonicalBytes.text(Map.of(
                        CHECKPOINT,
                        new String(one.content(), StandardCharsets.UTF_8),
                        "cms",
                        Base64.getEncoder().encodeToString(one.cms())))));
    }
}
