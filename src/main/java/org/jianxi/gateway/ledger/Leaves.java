package org.jianxi.gateway.ledger;

import java.util.List;
import org.jianxi.gateway.signing.SaltedLeaf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The salted leaves of each submission's tree, so that one figure can be opened without the others. */
public final class Leaves {

    private final JdbcClient jdbc;

    public Leaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String submissionId, List<SaltedLeaf> leaves) {
        for (var leaf : leaves) {
            jdbc.sql("insert into submission_leaf (submission_id, path, value, salt) values (:id, :path, :value, :salt)")
                    .param("id", submissionId)
                    .param("path", leaf.path())
                    .param("value", leaf.value())
                    .param("salt", leaf.salt())
                    .update();
        }
    }

    public List<SaltedLeaf> of(String submissionId) {
        return jdbc.sql("select path, value, salt from submission_leaf where submission_id = :id order by path")
                .param("id", submissionId)
                .query((row, number) ->
                        new SaltedLeaf(row.getString("path"), row.getString("value"), row.getBytes("salt")))
                .list();
    }
}
