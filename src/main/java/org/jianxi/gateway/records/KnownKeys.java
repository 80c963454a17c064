package org.jianxi.gateway.records;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the keys here are those the rows were made with. A node on a folder of its own, or one whose folder was lost, would seal what
 * no other node can open and find nobody again; so it does not start.
 */
public record KnownKeys(JdbcClient jdbc) {

    /** Throws {@link KeyProblem} where a key differs from the one the database knows by its name. */
    public void agreeWith(PersonKeys keys, Instant now) {
        keys.fingerprints().forEach((name, fingerprint) -> {
            jdbc.sql("""
                            insert into person_key (name, fingerprint, since) values (:name, :fingerprint, :since)
                            on conflict do nothing""")
                    .param("name", name)
                    .param("fingerprint", fingerprint.bytes())
                    .param("since", now.atOffset(ZoneOffset.UTC))
                    .update();
            if (!fingerprint.equals(known(name))) {
                throw new KeyProblem("The key " + name + " is not the one that records in this database were kept with;"
                        + " put the right one back, and let all nodes have the same");
            }
        });
    }

    private Digest known(String name) {
        return jdbc.sql("select fingerprint from person_key where name = :name")
                .param("name", name)
                .query((row, at) -> Digest.of(row.getBytes(1)))
                .single();
    }
}
