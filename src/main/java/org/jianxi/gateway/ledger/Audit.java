package org.jianxi.gateway.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what, when. Ids only, never a person's data. */
public final class Audit {

    private final JdbcClient jdbc;

    public Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row, in the caller's transaction. */
    public void record(Instant at, Deed deed) {
        jdbc.sql(
                        "insert into audit (at, actor, action, object, detail) values (:at, :actor, :action, :object, :detail)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", deed.actor())
                .param("action", deed.action())
                .param("object", deed.object())
                .param("detail", deed.detail())
                .update();
    }

    /** @param action in the past tense, such as {@code submission-accepted} */
    public record Deed(String actor, String action, String object, String detail) {}
}
