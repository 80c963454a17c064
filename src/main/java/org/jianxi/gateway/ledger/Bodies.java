package org.jianxi.gateway.ledger;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bytes of deliveries as received, each by the digest of its clear bytes and kept once. All lie sealed, because nobody knows what a
 * file holds that calls itself a return. Those of datasets that hold people go after their last day; the digest stays.
 */
public final class Bodies {

    private static final String FIND =
            "select bytes, seal_key, personal_until, packing from received_content where digest = :digest";

    private final JdbcClient jdbc;
    private final Supplier<PersonKeys> keys;
    private final Keeping keeping;

    /** @param keys asked for where a body is sealed or opened */
    public Bodies(JdbcClient jdbc, Supplier<PersonKeys> keys, Keeping keeping) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.keeping = keeping;
    }

    /** Until when a dataset's bodies are kept; empty where they stay for ever. */
    @FunctionalInterface
    public interface Keeping {
        Optional<LocalDate> lastDay(String dataset, Instant receivedAt);
    }

    /**
     * Keeps a body under its digest. What is kept for ever and comes again as records of people goes with them; what is kept for a time is
     * kept for the longest asked for; what went comes back.
     */
    void keep(String dataset, Instant receivedAt, Digest digest, byte[] bytes) {
        var until = keeping.lastDay(dataset, receivedAt);
        if (isKept(digest, until)) {
            return;
        }
        var seal = keys.get().current();
        var packed = Packing.pack(bytes);
        var place = place(digest, until.isPresent(), packed.isPresent());
        jdbc.sql("""
                        insert into received_content as kept (digest, bytes, seal_key, personal_until, packing)
                        values (:digest, :bytes, :key, :until, :packing)
                        on conflict (digest) do update set
                            personal_until = case when kept.bytes is null then excluded.personal_until
                                else greatest(kept.personal_until, excluded.personal_until) end,
                            bytes = case when kept.personal_until is null or kept.bytes is null then excluded.bytes else kept.bytes end,
                            seal_key = case when kept.personal_until is null or kept.bytes is null then excluded.seal_key
                                else kept.seal_key end,
                            packing = case when kept.personal_until is null or kept.bytes is null then excluded.packing
                                else kept.packing end
                        where excluded.personal_until is not null or kept.bytes is null""")
                .param("digest", digest.bytes())
                .param("bytes", seal.seal(packed.orElse(bytes), place))
                .param("key", seal.keyId())
                .param("until", until.orElse(null), Types.DATE)
                .param("packing", packed.map(one -> Packing.ZLIB).orElse(null), Types.VARCHAR)
                .update();
    }

    /** Whether it lies here already, sealed, for no shorter a time; it is held until the transaction ends. */
    private boolean isKept(Digest digest, Optional<LocalDate> until) {
        return jdbc.sql("""
                        select from received_content where digest = :digest and bytes is not null and seal_key is not null
                            and (personal_until >= :until or personal_until is null and cast(:until as date) is null) for share""")
                .param("digest", digest.bytes())
                .param("until", until.orElse(null), Types.DATE)
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    /** The clear bytes; empty where there are none or they were erased. Throws {@link KeyProblem} when they do not open. */
    Optional<byte[]> find(Digest digest) {
        return kept(digest)
                .flatMap(body -> body.bytes()
                        .map(bytes -> body.key()
                                .map(key -> open(digest, body, key, bytes))
                                .orElse(bytes)));
    }

    private byte[] open(Digest digest, Kept body, String key, byte[] sealed) {
        var bytes = keys.get().named(key).open(sealed, place(digest, body.isDue(), body.isPacked()));
        return body.isPacked() ? Packing.unpack(bytes) : bytes;
    }

    /** Whether one in the clear, as an earlier edition kept returns, says that it may go. */
    boolean isClearAndDue(Digest digest) {
        return kept(digest).filter(body -> body.key().isEmpty() && body.isDue()).isPresent();
    }

    /** Whether it held people and its time is over. */
    boolean isErased(Digest digest) {
        return kept(digest).filter(body -> body.bytes().isEmpty()).isPresent();
    }

    /** Erases every body whose last day is before this one, in the caller's transaction. */
    public List<Digest> eraseBefore(LocalDate day) {
        return jdbc.sql("""
                        update received_content set bytes = null
                        where personal_until < :day and bytes is not null and seal_key is not null returning digest""")
                .param("day", day)
                .query((row, number) -> Digest.of(row.getBytes(1)))
                .list();
    }

    private record Kept(Optional<byte[]> bytes, Optional<String> key, boolean isDue, boolean isPacked) {}

    private Optional<Kept> kept(Digest digest) {
        return jdbc.sql(FIND)
                .param("digest", digest.bytes())
                .query((row, number) -> new Kept(
                        Optional.ofNullable(row.getBytes("bytes")),
                        Optional.ofNullable(row.getString("seal_key")),
                        row.getDate("personal_until") != null,
                        row.getString("packing") != null))
                .optional();
    }

    /** What the seal is bound to: nobody can make erasable what is kept for ever, or say of other bytes that they are packed. */
    private static String place(Digest digest, boolean due, boolean packed) {
        return "received_content/" + (due ? "bytes/" : "kept/") + digest.hex() + (packed ? "/" + Packing.ZLIB : "");
    }
}
