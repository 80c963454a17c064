package org.jianxi.gateway.records;

import java.util.HexFormat;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.Frontier;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.PersonSeal;

/**
 * Makes rows of COPY's text format from records, and the tree over their salted leaves: nothing in a row is a person's that is not
 * sealed or a token.
 */
final class SealedRows {

    static final String COLUMNS = "submission, number, dataset, sender, period, record_token, person_token, name_token,"
            + " trainee_token, leaf_hash, personal_until, seal_key, content";

    private static final String ABSENT = "\\N";
    private static final HexFormat HEX = HexFormat.of();

    private final Batch batch;
    private final PersonSeal seal;
    private final RecordTokens tokens;
    private final RecordRetention retention;
    private final RecordLeaves leaves;
    private Frontier tree = Frontier.empty(MerkleTree.sm3());

    SealedRows(Batch batch, PersonSeal seal, RecordTokens tokens, RecordRetention retention, RecordLeaves leaves) {
        this.batch = batch;
        this.seal = seal;
        this.tokens = tokens;
        this.retention = retention;
        this.leaves = leaves;
    }

    /** In the order of {@link #COLUMNS}; tabs, line feeds and backslashes stand in no column. */
    String row(CanonicalRecord content) {
        var leaf = leaves.salt(content);
        var hash = leaf.hash();
        tree = tree.append(hash);
        var citizen = tokens.citizen(batch.dataset(), content);
        return String.join(
                "\t",
                batch.submission(),
                Long.toString(content.number()),
                batch.dataset().id(),
                batch.sender().code(),
                batch.period().toString(),
                bytes(tokens.record(batch.dataset(), batch.sender(), content)),
                bytes(citizen.map(tokens::person)),
                bytes(citizen.flatMap(known -> tokens.name(known, content))),
                bytes(tokens.trainee(batch.dataset(), batch.sender(), content)),
                bytes(hash),
                retention.lastDay(content, batch.receivedOn()).toString(),
                seal.keyId(),
                bytes(seal.seal(RecordLeaves.bytes(leaf), SealedRecord.place(batch.submission(), content.number()))));
    }

    /** Over the rows made so far. */
    RecordStore.Kept kept() {
        return new RecordStore.Kept(tree.size(), Digest.of(tree.root()));
    }

    private static String bytes(Optional<byte[]> value) {
        return value.map(SealedRows::bytes).orElse(ABSENT);
    }

    private static String bytes(byte[] value) {
        return "\\\\x" + HEX.formatHex(value);
    }
}
