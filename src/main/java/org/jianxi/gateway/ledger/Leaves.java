package org.jianxi.gateway.ledger;

import java.util.function.Function;
import org.jianxi.gateway.signing.SaltedLeaf;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The salted leaves of each submission's tree, so that one figure can be opened without the others. */
public final class Leaves {

    private final JdbcClient jdbc;

    public Leaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them in one statement: one by one they are most of the time that a receipt takes. */
    public void add(String submissionId, SaltedLeaves tree) {
        jdbc.sql("""
                        insert into submission_leaf (submission_id, number, path, value, salt)
                        select :id, place - 1, path, value, salt
                        from unnest(:paths, :values, :salts) with ordinality as leaf (path, value, salt, place)
                        """)
                .param("id", submissionId)
                .param("paths", column(tree, SaltedLeaf::path))
                .param("values", column(tree, SaltedLeaf::value))
                .param("salts", column(tree, SaltedLeaf::salt))
                .update();
    }

    public SaltedLeaves of(String submissionId) {
        return new SaltedLeaves(
                jdbc.sql("select path, value, salt from submission_leaf where submission_id = :id order by number")
                        .param("id", submissionId)
                        .query((row, number) ->
                                new SaltedLeaf(row.getString("path"), row.getString("value"), row.getString("salt")))
                        .list());
    }

    private static String[] column(SaltedLeaves tree, Function<SaltedLeaf, String> part) {
        return tree.leaves().stream().map(part).toArray(String[]::new);
    }
}
