package org.jianxi.gateway.records;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.SaltedLeaf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one way to see what a person's record says: who looks and what for is written down first, in the caller's transaction. */
public final class Looks {

    private final JdbcClient jdbc;
    private final PersonKeys keys;

    public Looks(JdbcClient jdbc, PersonKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * The record's canonical JSON as a leaf with its salt; empty where it was erased, and then there was no look. Throws
     * {@link KeyProblem} when the row does not open.
     */
    public Optional<SaltedLeaf> open(SealedRecord sealed, LookReason reason, Instant at) {
        return sealed.content().map(content -> {
            record(sealed.submission(), Optional.of(sealed.number()), reason, at);
            return leaf(sealed, content);
        });
    }

    /** Written down for a look at one record, or at the whole of a delivery. */
    public void record(String submission, Optional<Long> number, LookReason reason, Instant at) {
        jdbc.sql("""
                        insert into person_look (at, actor, purpose, legal_basis, submission, number)
                        values (:at, :actor, :purpose, :basis, :submission, :number)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", reason.actor())
                .param("purpose", reason.purpose())
                .param("basis", reason.legalBasis().orElse(null))
                .param("submission", submission)
                .param("number", number.orElse(null))
                .update();
    }

    private SaltedLeaf leaf(SealedRecord found, byte[] content) {
        return open(keys, found, content);
    }

    /** What the seal holds, against the leaf's hash; whoever calls this shows it to nobody, or has written the look down. */
    static SaltedLeaf open(PersonKeys keys, SealedRecord found, byte[] content) {
        var place = found.place();
        var leaf = RecordLeaves.read(found.number(), keys.named(place.sealKey()).open(content, place.bound()));
        if (!found.leaf().matches(leaf.hash())) {
            throw new KeyProblem(found + " is not what its leaf says");
        }
        return leaf;
    }
}
