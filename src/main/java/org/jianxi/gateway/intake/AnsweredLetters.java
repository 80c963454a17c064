package org.jianxi.gateway.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which letters have had their one reply. Kept in the database, so that neither a crash between the reply and the mailbox nor a
 * second node makes a second one.
 */
public final class AnsweredLetters {

    private final JdbcClient jdbc;

    public AnsweredLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean contains(SourceId source, Digest letter) {
        return jdbc.sql("select count(*) from answered_letter where source = :source and letter = :letter")
                        .param("source", source.value())
                        .param("letter", letter.hex())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** True for the one who may answer it; written before the reply leaves. */
    public boolean claim(SourceId source, Digest letter, Instant now) {
        return jdbc.sql("""
                        insert into answered_letter (source, letter, answered_at)
                        values (:source, :letter, :now) on conflict do nothing""")
                        .param("source", source.value())
                        .param("letter", letter.hex())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The reply certainly did not leave; it may be tried again. */
    public void release(SourceId source, Digest letter) {
        jdbc.sql("delete from answered_letter where source = :source and letter = :letter")
                .param("source", source.value())
                .param("letter", letter.hex())
                .update();
    }
}
