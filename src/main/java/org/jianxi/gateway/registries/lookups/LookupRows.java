package org.jianxi.gateway.registries.lookups;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Consumer;
import org.jianxi.gateway.canonical.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's rows. */
record LookupRows(JdbcClient jdbc) {

    /** Where a chain ends. */
    record Last(long number, Digest digest) {}

    record Row(long number, Instant at, boolean repeated, String line, Digest digest) {}

    Last last(String registry) {
        return jdbc.sql(
                        "select number, digest from registry_lookup where registry = :registry order by number desc limit 1")
                .param("registry", registry)
                .query((row, at) -> new Last(row.getLong("number"), Digest.of(row.getBytes("digest"))))
                .optional()
                .orElse(new Last(0, Lookups.NOTHING_BEFORE));
    }

    void insert(Lookups.Scope scope, Lookups.Question question, Row row) {
        jdbc.sql("""
                        insert into registry_lookup (registry, number, at, purpose, snapshot, reference, salt, people, repeated,
                            line, digest)
                        values (:registry, :number, :at, :purpose, :snapshot, :reference, :salt, :people, :repeated, :line,
                            :digest)""")
                .param("registry", scope.registry())
                .param("number", row.number())
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .param("purpose", scope.purpose())
                .param("snapshot", scope.snapshot())
                .param("reference", question.slip().reference())
                .param("salt", question.slip().salt())
                .param("people", question.people())
                .param("repeated", row.repeated())
                .param("line", row.line())
                .param("digest", row.digest().bytes())
                .update();
    }

    void insertPersons(Lookups.Scope scope, Collection<Digest> persons, long number) {
        for (var person : persons) {
            jdbc.sql("""
                            insert into registry_lookup_person (registry, purpose, snapshot, person_token, number)
                            values (:registry, :purpose, :snapshot, :person, :number) on conflict do nothing""")
                    .param("registry", scope.registry())
                    .param("purpose", scope.purpose())
                    .param("snapshot", scope.snapshot())
                    .param("person", person.bytes())
                    .param("number", number)
                    .update();
        }
    }

    void forEach(String registry, Consumer<String> taker) {
        try (var lines = jdbc
                .sql("select line from registry_lookup where registry = :registry order by number")
                .param("registry", registry)
                .query(String.class)
                .stream()) {
            lines.forEach(taker);
        }
    }
}
