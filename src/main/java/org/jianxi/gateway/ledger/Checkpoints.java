package org.jianxi.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signed tree heads. One signature covers everything that came in since the last, however much it was. */
public final class Checkpoints {

    private final JdbcClient jdbc;
    private final LedgerLog log;
    private final Signer signer;

    public Checkpoints(JdbcClient jdbc, LedgerLog log, Signer signer) {
        this.jdbc = jdbc;
        this.log = log;
        this.signer = signer;
    }

    /** The checkpoint over everything there is, signed now where there is something new; empty over an empty ledger. */
    public Optional<Checkpoint> upToDate(Instant now) {
        return log.last()
                .map(last -> latest().filter(known -> known.treeSize() >= last.treeSize())
                        .orElseGet(() -> sign(last, now)));
    }

    public Optional<Checkpoint> latest() {
        return jdbc.sql("select * from checkpoint order by tree_size desc limit 1")
                .query(Checkpoints::read)
                .optional();
    }

    public long count() {
        return jdbc.sql("select count(*) from checkpoint").query(Long.class).single();
    }

    public Optional<Checkpoint> at(long treeSize) {
        return jdbc.sql("select * from checkpoint where tree_size = :size")
                .param("size", treeSize)
                .query(Checkpoints::read)
                .optional();
    }

    /** What a checkpoint says. */
    public static byte[] content(long treeSize, Digest treeHead, Instant signedAt) {
        return CanonicalBytes.of(Map.of(
                "checkpoint", 1L, "treeSize", treeSize, "treeHead", treeHead.hex(), "signedAt", signedAt.toString()));
    }

    /** Another node may have signed the same head meanwhile; whichever came first is the checkpoint. */
    private Checkpoint sign(LedgerEntry last, Instant now) {
        var signedAt = now.truncatedTo(ChronoUnit.MICROS);
        var content = content(last.treeSize(), last.treeHead(), signedAt);
        jdbc.sql("""
                        insert into checkpoint (tree_size, tree_head, content, cms, signed_at)
                        values (:size, :head, :content, :cms, :signedAt) on conflict do nothing
                        """)
                .param("size", last.treeSize())
                .param("head", last.treeHead().bytes())
                .param("content", content)
                .param("cms", signer.sign(content))
                .param("signedAt", signedAt.atOffset(ZoneOffset.UTC))
                .update();
        return at(last.treeSize()).orElseThrow();
    }

    static Checkpoint read(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getLong("tree_size"),
                Digest.of(row.getBytes("tree_head")),
                row.getBytes("content"),
                row.getBytes("cms"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }
}
