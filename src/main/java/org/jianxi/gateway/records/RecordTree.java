package org.jianxi.gateway.records;

import java.util.Optional;
import java.util.function.LongPredicate;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.Frontier;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** A submission's records against what was signed of them. Opens each and shows nothing of it. For one check. */
public final class RecordTree {

    private static final int FETCHED = 1_000;

    private final JdbcTemplate jdbc;
    private final PersonKeys keys;

    public RecordTree(JdbcTemplate jdbc, PersonKeys keys) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCHED);
        this.keys = keys;
    }

    /**
     * What stands there.
     *
     * @param wrong the first record that does not open, or is gone without having been erased
     */
    public record Found(long count, Digest root, Optional<String> wrong) {}

    /**
     * What the rows beside the records say of a submission.
     *
     * @param delivers the word for it; empty where none stands there
     * @param removals how many of its records are called gone
     */
    public record Said(Optional<String> delivers, long removals) {}

    public Said said(String submission) {
        var delivers = jdbc.query(
                "select delivers from record_delivery where submission = ?", (row, at) -> row.getString(1), submission);
        var removals =
                jdbc.queryForObject("select count(*) from record_removal where submission = ?", Long.class, submission);
        return new Said(delivers.stream().findFirst(), removals == null ? 0 : removals);
    }

    /** @param erased whether a record of this number was erased in order */
    public Found of(String submission, LongPredicate erased) {
        var walk = new Walk(erased);
        RowCallbackHandler each = row -> walk.next(SealedRecord.read(row, 0));
        jdbc.query(
                "select " + SealedRecord.COLUMNS + " from person_record r where r.submission = ? order by r.number",
                each,
                submission);
        return new Found(walk.tree.size(), Digest.of(walk.tree.root()), walk.wrong);
    }

    private final class Walk {

        private final LongPredicate erased;
        private Frontier tree = Frontier.empty(MerkleTree.sm3());
        private Optional<String> wrong = Optional.empty();

        Walk(LongPredicate erased) {
            this.erased = erased;
        }

        void next(SealedRecord sealed) {
            tree = tree.append(sealed.leaf().bytes());
            wrong = wrong.or(() -> sealed.content()
                    .map(content -> opens(sealed, content))
                    .orElseGet(() -> erased.test(sealed.number())
                            ? Optional.empty()
                            : Optional.of(sealed + ": gone without an erasure entry")));
        }

        private Optional<String> opens(SealedRecord sealed, byte[] content) {
            try {
                Looks.open(keys, sealed, content);
                return Optional.empty();
            } catch (KeyProblem changed) {
                return Optional.of(sealed + ": " + changed.getMessage());
            }
        }
    }
}
