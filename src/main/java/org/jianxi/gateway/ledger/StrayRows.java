package org.jianxi.gateway.ledger;

import static org.jianxi.gateway.ledger.Breach.Kind.ROW_MISSING;
import static org.jianxi.gateway.ledger.Breach.Kind.ROW_UNKNOWN;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.ledger.Breach.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows without their entry and entries without their rows, found by the keys alone. */
final class StrayRows {

    private static final List<Question> QUESTIONS = List.of(
            new Question("submission", ROW_MISSING, "the row its entry speaks of", """
                    select e.subject from ledger_entry e
                    where e.kind in ('submission', 'rejection', 'undecided')
                        and not exists (select 1 from submission s where s.id = e.subject) order by e.position limit 1
                    """),
            new Question("submission", ROW_UNKNOWN, "an entry in the ledger", """
                    select s.id from submission s where not exists
                        (select 1 from ledger_entry e where e.subject = s.id
                            and e.kind in ('submission', 'rejection', 'undecided')) order by s.decided_at limit 1
                    """),
            new Question("receipt", ROW_MISSING, "the receipt of an accepted submission", """
                    select e.subject from ledger_entry e where e.kind = 'submission'
                        and not exists (select 1 from receipt r where r.submission_id = e.subject)
                    order by e.position limit 1
                    """),
            new Question("receipt", ROW_UNKNOWN, "an entry in the ledger", """
                    select r.submission_id from receipt r where not exists
                        (select 1 from ledger_entry e where e.subject = r.submission_id and e.kind = 'submission')
                    order by r.position limit 1
                    """),
            new Question("leaf", ROW_UNKNOWN, "an entry in the ledger", """
                    select l.subject from leaf l where not exists
                        (select 1 from ledger_entry e where e.subject = l.subject) order by l.subject limit 1
                    """));

    private final JdbcClient jdbc;

    StrayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Breach> first() {
        return QUESTIONS.stream().map(this::answer).flatMap(Optional::stream).findFirst();
    }

    private Optional<Breach> answer(Question question) {
        return jdbc.sql(question.sql())
                .query(String.class)
                .optional()
                .map(key -> new Breach(question.table(), key, question.kind(), question.expected(), "none"));
    }

    private record Question(String table, Kind kind, String expected, String sql) {}
}
