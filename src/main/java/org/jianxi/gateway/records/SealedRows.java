package org.jianxi.gateway.records;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.Frontier;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.PersonSeal;

/**
 * Makes rows for COPY from records, and the tree over their salted leaves: nothing in a row is a person's that is not
 * sealed or a token.
 */
final class SealedRows {

    static final String COLUMNS = RecordPlace.COLUMNS + ", content";
    static final String INTO = "person_record (" + COLUMNS + ")";

    private static final HexFormat HEX = HexFormat.of();

    private final Batch batch;
    private final PersonSeal seal;
    private final RecordTokens tokens;
    private final RecordRetention retention;
    private final RecordLeaves leaves;
    private final List<String> identities;
    private Frontier tree = Frontier.empty(MerkleTree.sm3());

    SealedRows(Batch batch, PersonSeal seal, RecordTokens tokens, RecordRetention retention, RecordLeaves leaves) {
        this.batch = batch;
        this.seal = seal;
        this.tokens = tokens;
        this.retention = retention;
        this.leaves = leaves;
        this.identities = RecordTokens.identities(batch.dataset());
    }

    /**
     * A row for COPY in the order of {@link #COLUMNS}.
     *
     * @param token of the record
     */
    byte[] row(CanonicalRecord content, byte[] token) {
        var leaf = leaves.salt(content);
        var hash = leaf.hash();
        tree = tree.append(hash);
        var place = place(content, token, hash);
        var sealed = seal.seal(RecordLeaves.bytes(leaf), place.bound());
        return place.row(sealed);
    }

    private RecordPlace place(CanonicalRecord content, byte[] token, byte[] hash) {
        var dataset = batch.dataset();
        var citizen = tokens.citizen(identities, content);
        return new RecordPlace(
                batch.submission(),
                content.number(),
                dataset.id(),
                batch.sender().code(),
                batch.period().toString(),
                HEX.formatHex(token),
                hex(citizen.map(tokens::person)),
                hex(citizen.flatMap(known -> tokens.name(known, content))),
                hex(tokens.trainee(dataset, batch.sender(), content)),
                HEX.formatHex(hash),
                retention.lastDay(content, batch.receivedOn()).toString(),
                seal.keyId());
    }

    /** Over the rows made so far. */
    RecordStore.Kept kept(long removed) {
        return new RecordStore.Kept(tree.size(), removed, Digest.of(tree.root()));
    }

    private static String hex(Optional<byte[]> value) {
        return value.map(HEX::formatHex).orElse("");
    }
}
