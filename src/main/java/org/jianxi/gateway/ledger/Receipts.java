package org.jianxi.gateway.ledger;

import java.util.Optional;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The receipts as issued; the original is returned for ever. */
public final class Receipts {

    private final JdbcClient jdbc;

    public Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String submissionId, long position, SignedReceipt receipt) {
        jdbc.sql("insert into receipt (submission_id, position, content, cms) values (:id, :position, :content, :cms)")
                .param("id", submissionId)
                .param("position", position)
                .param("content", receipt.content())
                .param("cms", receipt.cms())
                .update();
    }

    public Optional<SignedReceipt> find(String submissionId) {
        return jdbc.sql("select content, cms from receipt where submission_id = :id")
                .param("id", submissionId)
                .query((row, number) -> new SignedReceipt(row.getBytes("content"), row.getBytes("cms")))
                .optional();
    }
}
