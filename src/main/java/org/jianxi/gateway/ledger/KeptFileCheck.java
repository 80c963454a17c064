package org.jianxi.gateway.ledger;

import static org.jianxi.gateway.ledger.Breach.Kind.CONTENT_CHANGED;
import static org.jianxi.gateway.ledger.Breach.Kind.ROW_MISSING;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.Sm3;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that verdicts rest on: each is what its digest says, and none that a decided submission names is gone. */
final class KeptFileCheck {

    private final JdbcClient jdbc;

    KeptFileCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Breach> first() {
        return changed().or(this::missing);
    }

    private Optional<Breach> changed() {
        return digests().stream()
                .map(digest -> jdbc.sql("select bytes from kept_file where digest = :digest")
                        .param("digest", digest.bytes())
                        .query((row, number) -> Sm3.of(row.getBytes("bytes")))
                        .optional()
                        .filter(actual -> !actual.equals(digest))
                        .map(actual ->
                                new Breach("kept_file", digest.hex(), CONTENT_CHANGED, digest.hex(), actual.hex())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Digest> digests() {
        return jdbc.sql("select digest from kept_file order by digest")
                .query((row, number) -> Digest.of(row.getBytes("digest")))
                .list();
    }

    private Optional<Breach> missing() {
        return jdbc.sql("""
                        select named.digest, s.id from submission s cross join lateral (values (definition), (mapping),
                            (calendar_files), (coalesce(encode(signer, 'hex'), ''))) as named (digest)
                        where (s.verdict = 'accepted' or s.verdict = 'rejected' and s.said_senders is not null) and named.digest <> '' and not exists
                            (select 1 from kept_file f where f.digest = decode(named.digest, 'hex')) limit 1
                        """)
                .query((row, number) -> new Breach(
                        "kept_file",
                        row.getString("digest"),
                        ROW_MISSING,
                        "a file that " + row.getString("id") + " rests on",
                        "none"))
                .optional();
    }
}
