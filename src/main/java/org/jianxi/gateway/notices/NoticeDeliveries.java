package org.jianxi.gateway.notices;

import static org.jianxi.gateway.notices.NoticeRows.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices as their receivers and the office may look at them, and send them once more. */
public final class NoticeDeliveries {

    private final JdbcClient jdbc;
    private final Duration patience;

    /** @param patience how long a replayed notice is tried */
    public NoticeDeliveries(JdbcClient jdbc, Duration patience) {
        this.jdbc = jdbc;
        this.patience = patience;
    }

    /**
     * Whose notices are looked at.
     *
     * @param source empty: every source's
     * @param senders the units that the looker speaks for; empty: every unit
     */
    public record Scope(Optional<SourceId> source, Collection<Sender> senders) {

        public static final Scope ALL = new Scope(Optional.empty(), List.of());

        public Scope {
            senders = List.copyOf(senders);
        }

        /** Of a delivery that names no unit the whole source may know. */
        public boolean covers(Topic topic) {
            return source.filter(one -> !one.equals(topic.source())).isEmpty()
                    && (senders.isEmpty()
                            || topic.sender()
                                    .filter(one -> !senders.contains(one))
                                    .isEmpty());
        }
    }

    /** The newest of them, newest first. */
    public List<NoticeDelivery> newest(Scope scope, Optional<DeliveryState> state, int most) {
        return jdbc.sql("""
                        select * from notice
                        where (cast(:source as text) is null or source = :source)
                          and (cast(:state as text) is null or state = :state)
                          and (:everybody or sender is null or sender in (:senders))
                        order by sequence desc limit :most""")
                .param("source", scope.source().map(SourceId::value).orElse(null))
                .param("state", state.map(DeliveryState::wireName).orElse(null))
                .param("everybody", scope.senders().isEmpty())
                .param("senders", codes(scope))
                .param("most", most)
                .query(NoticeRows::delivery)
                .list();
    }

    /** Every reminder of a month, oldest first. */
    public List<NoticeDelivery> reminders(Period period) {
        return jdbc.sql("select * from notice where kind = 'reminder' and period = :period order by sequence")
                .param("period", period.toString())
                .query(NoticeRows::delivery)
                .list();
    }

    public Optional<NoticeDelivery> find(Scope scope, String id) {
        return jdbc.sql("select * from notice where id = :id")
                .param("id", id)
                .query(NoticeRows::delivery)
                .optional()
                .filter(one -> scope.covers(one.notice().topic()));
    }

    /** Sends the same bytes under the same id once more, from now on; takes the source's pause away. Empty where there is none such. */
    public Optional<NoticeDelivery> replay(Scope scope, String id, Instant now) {
        return find(scope, id).flatMap(known -> {
            jdbc.sql("delete from webhook_pause where source = :source")
                    .param("source", known.notice().topic().source().value())
                    .update();
            return jdbc.sql("""
                            update notice set state = 'waiting', next_try_at = :now, give_up_at = :until,
                                   lease_until = null, delivered_at = null
                            where id = :id returning *""")
                    .param("now", time(now))
                    .param("until", time(now.plus(patience)))
                    .param("id", id)
                    .query(NoticeRows::delivery)
                    .optional();
        });
    }

    /** An empty list is no list in SQL; no unit has this code. */
    private static List<String> codes(Scope scope) {
        return scope.senders().isEmpty()
                ? List.of("")
                : scope.senders().stream().map(Sender::code).toList();
    }
}
