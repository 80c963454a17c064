package org.jianxi.gateway.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes behind every version that a verdict names, so that the verdict can be made again years later. */
public final class KeptFiles {

    private final JdbcClient jdbc;

    public KeptFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name what it is, for people: {@code mapping}, {@code calendar} */
    public record KeptFile(Digest digest, String name, byte[] bytes) {}

    /** Keeps those that are not kept yet. */
    public void keep(List<KeptFile> files) {
        var known = known(files);
        files.stream().filter(file -> !known.contains(file.digest())).forEach(this::add);
    }

    public Optional<KeptFile> find(Digest digest) {
        return jdbc.sql("select digest, name, bytes from kept_file where digest = :digest")
                .param("digest", digest.bytes())
                .query((row, number) ->
                        new KeptFile(Digest.of(row.getBytes("digest")), row.getString("name"), row.getBytes("bytes")))
                .optional();
    }

    private Set<Digest> known(List<KeptFile> files) {
        var digests = files.stream().map(file -> file.digest().bytes()).toArray(byte[][]::new);
        return jdbc
                .sql("select digest from kept_file where digest = any(:digests)")
                .param("digests", digests)
                .query((row, number) -> Digest.of(row.getBytes("digest")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private void add(KeptFile file) {
        jdbc.sql("insert into kept_file (digest, name, bytes) values (:digest, :name, :bytes) on conflict do nothing")
                .param("digest", file.digest().bytes())
                .param("name", file.name())
                .param("bytes", file.bytes())
                .update();
    }
}
