package org.jianxi.gateway.ledger;

import org.jianxi.gateway.signing.SaltedLeaf;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The salted leaves of each submission's tree, so that one figure can be opened without the others. */
public final class Leaves {

    private final JdbcClient jdbc;

    public Leaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String submissionId, SaltedLeaves tree) {
        var leaves = tree.leaves();
        for (var number = 0; number < leaves.size(); number++) {
            var leaf = leaves.get(number);
            jdbc.sql("""
                            insert into submission_leaf (submission_id, number, path, value, salt)
                            values (:id, :number, :path, :value, :salt)
                            """)
                    .param("id", submissionId)
                    .param("number", number)
                    .param("path", leaf.path())
                    .param("value", leaf.value())
                    .param("salt", leaf.salt())
                    .update();
        }
    }

    public SaltedLeaves of(String submissionId) {
        return new SaltedLeaves(
                jdbc.sql("select path, value, salt from submission_leaf where submission_id = :id order by number")
                        .param("id", submissionId)
                        .query((row, number) ->
                                new SaltedLeaf(row.getString("path"), row.getString("value"), row.getString("salt")))
                        .list());
    }
}
