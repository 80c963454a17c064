package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.ledger.EntryProof;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.Timestamp;
import org.jianxi.gateway.signing.ConsistencyProof;
import org.jianxi.gateway.signing.InclusionProof;
import org.jspecify.annotations.Nullable;

/** The proof that an entry is under a signed tree head; hashes are SM3 in lower-case hexadecimal. */
record ProofView(
        Entry entry,
        Inclusion inclusion,
        CheckpointView checkpoint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Consistency consistency) {

    /** @param body the canonical JSON whose bytes are hashed, as text */
    record Entry(long position, String kind, String subject, String body, String hash) {

        static Entry of(LedgerEntry entry) {
            return new Entry(
                    entry.position(),
                    entry.kind(),
                    entry.subject(),
                    new String(entry.body(), StandardCharsets.UTF_8),
                    entry.leafHash().hex());
        }
    }

    /** From the entry's hash up to the head (RFC 9162 §2.1.3). */
    record Inclusion(long index, long treeSize, List<String> path) {

        static Inclusion of(InclusionProof proof) {
            return new Inclusion(proof.index(), proof.within().size(), hex(proof.path()));
        }
    }

    /** That the tree of {@code from} entries is the beginning of the tree of {@code to} (RFC 9162 §2.1.4). */
    record Consistency(long from, long to, List<String> path) {

        static Consistency of(ConsistencyProof proof) {
            return new Consistency(proof.older().size(), proof.newerSize(), hex(proof.path()));
        }
    }

    static ProofView of(EntryProof proof, Optional<Timestamp> timestamp) {
        return new ProofView(
                Entry.of(proof.entry()),
                Inclusion.of(proof.inclusion()),
                CheckpointView.of(proof.checkpoint(), timestamp),
                proof.consistency().map(Consistency::of).orElse(null));
    }

    private static List<String> hex(List<byte[]> path) {
        return path.stream().map(HexFormat.of()::formatHex).toList();
    }
}
