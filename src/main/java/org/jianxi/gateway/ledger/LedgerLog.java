package org.jianxi.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Frontier;
import org.jianxi.gateway.signing.MerkleTree;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The append-only log: each entry is hashed into an RFC 9162 tree over SM3, whose head the checkpoints sign.
 *
 * <p>Append inside a transaction. Appending takes the log's one lock until that transaction ends, so positions have no gaps
 * and no reader ever sees an entry whose predecessor is missing.
 */
public final class LedgerLog {

    private static final long LOCK = 5_300_000L;
    private static final MerkleTree TREE = MerkleTree.sm3();

    private final JdbcClient jdbc;

    public LedgerLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends one entry that states these facts. A second entry of the same kind and subject is refused by the database. */
    public LedgerEntry append(String kind, String subject, Map<String, ?> facts, Instant recordedAt) {
        lock();
        var body = body(kind, subject, facts, recordedAt);
        var leafHash = TREE.leafHash(body);
        var frontier = frontier().append(leafHash);
        var entry = new LedgerEntry(
                frontier.size() - 1, kind, subject, body, Digest.of(leafHash), Digest.of(frontier.root()), recordedAt);
        insert(entry, frontier);
        return entry;
    }

    /** The bytes an entry is: its facts with its kind, subject and moment, as canonical JSON. */
    static byte[] body(String kind, String subject, Map<String, ?> facts, Instant recordedAt) {
        var body = new LinkedHashMap<String, Object>(facts);
        body.put("entry", kind);
        body.put("subject", subject);
        body.put("recordedAt", recordedAt.truncatedTo(ChronoUnit.MICROS).toString());
        return CanonicalBytes.of(body);
    }

    /** How many entries there are; a roll-up is made at such a size and says so. */
    public long size() {
        return jdbc.sql("select coalesce(max(position) + 1, 0) from ledger_entry")
                .query(Long.class)
                .single();
    }

    public Optional<LedgerEntry> find(String kind, String subject) {
        return jdbc.sql("select * from ledger_entry where kind = :kind and subject = :subject")
                .param("kind", kind)
                .param("subject", subject)
                .query(LedgerLog::read)
                .optional();
    }

    /** The first entry about this subject, of whatever kind. */
    public Optional<LedgerEntry> about(String subject) {
        return jdbc.sql("select * from ledger_entry where subject = :subject order by position limit 1")
                .param("subject", subject)
                .query(LedgerLog::read)
                .optional();
    }

    /** The newest entry of this kind whose subject begins so. */
    public Optional<LedgerEntry> latest(String kind, String subjectStart) {
        return jdbc.sql("select * from ledger_entry where kind = :kind and starts_with(subject, :start)"
                        + " order by position desc limit 1")
                .param("kind", kind)
                .param("start", subjectStart)
                .query(LedgerLog::read)
                .optional();
    }

    public Optional<LedgerEntry> at(long position) {
        return jdbc.sql("select * from ledger_entry where position = :position")
                .param("position", position)
                .query(LedgerLog::read)
                .optional();
    }

    /** The newest entries below a position, newest first. */
    public List<LedgerEntry> before(long position, int limit) {
        return jdbc.sql("select * from ledger_entry where position < :position order by position desc limit :limit")
                .param("position", position)
                .param("limit", limit)
                .query(LedgerLog::read)
                .list();
    }

    public Optional<LedgerEntry> last() {
        return jdbc.sql("select * from ledger_entry order by position desc limit 1")
                .query(LedgerLog::read)
                .optional();
    }

    /** The proofs that can be made of this log. */
    public LedgerProofs proofs() {
        return new LedgerProofs(jdbc, TREE);
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> number)
                .single();
    }

    private Frontier frontier() {
        return jdbc.sql("select frontier from ledger_entry order by position desc limit 1")
                .query((row, number) -> Frontier.read(TREE, row.getBytes("frontier")))
                .optional()
                .orElse(Frontier.empty(TREE));
    }

    private void insert(LedgerEntry entry, Frontier frontier) {
        jdbc.sql("""
                        insert into ledger_entry
                            (position, kind, subject, body, leaf_hash, frontier, tree_head, recorded_at)
                        values (:position, :kind, :subject, :body, :leafHash, :frontier, :treeHead, :recordedAt)
                        """)
                .param("position", entry.position())
                .param("kind", entry.kind())
                .param("subject", entry.subject())
                .param("body", entry.body())
                .param("leafHash", entry.leafHash().bytes())
                .param("frontier", frontier.toBytes())
                .param("treeHead", entry.treeHead().bytes())
                .param("recordedAt", entry.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    static LedgerEntry read(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("position"),
                row.getString("kind"),
                row.getString("subject"),
                row.getBytes("body"),
                Digest.of(row.getBytes("leaf_hash")),
                Digest.of(row.getBytes("tree_head")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
