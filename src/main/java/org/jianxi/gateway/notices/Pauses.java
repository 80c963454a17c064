package org.jianxi.gateway.notices;

import static org.jianxi.gateway.notices.NoticeRows.time;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources whose address said that it is gone (410). Nothing is sent to them until it changes or somebody replays a notice. */
public final class Pauses {

    private final JdbcClient jdbc;

    public Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param url what said so; another one is worth another try */
    void pause(SourceId source, String url, Instant now) {
        jdbc.sql("""
                        insert into webhook_pause (source, url, since) values (:source, :url, :now)
                        on conflict (source) do update set url = excluded.url, since = excluded.since""")
                .param("source", source.value())
                .param("url", url)
                .param("now", time(now))
                .update();
    }

    /** The address each paused source had. */
    public Map<SourceId, String> all() {
        var paused = new TreeMap<SourceId, String>((one, other) -> one.value().compareTo(other.value()));
        jdbc.sql("select source, url from webhook_pause")
                .query((row, number) ->
                        paused.put(new SourceId(row.getString("source")), String.valueOf(row.getString("url"))))
                .list();
        return paused;
    }

    void lift(SourceId source) {
        jdbc.sql("delete from webhook_pause where source = :source")
                .param("source", source.value())
                .update();
    }
}
