package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Door;
import org.jspecify.annotations.Nullable;

/**
 * We read views of the source's database, and nothing but read.
 *
 * @param driver {@code postgresql}, {@code mariadb}, or the name the operator gave to another driver
 * @param views by dataset
 * @param timeout for one view, from asking to the last row
 */
public record JdbcPoll(String driver, Server server, Map<String, View> views, int mostRows, Duration timeout)
        implements Timed {

    private static final int USUAL_MOST_ROWS = 200_000;
    private static final int USUAL_TIMEOUT_SECONDS = 60;

    public JdbcPoll {
        views = Collections.unmodifiableMap(new TreeMap<>(views));
    }

    /** @param user of a role that may read the views and nothing else */
    public record Server(String host, int port, String database, String user, SecretReference password) {}

    /**
     * One view. All names are identifiers, checked and quoted; no SQL stands in a source's file.
     *
     * @param name with its schema before a point where it has one
     * @param columns in the order they are read
     * @param period the column that is compared with the month asked for
     * @param periodAs how that column writes a month, as {@code yyyyMM}
     * @param sender the column that is compared with a sender's code
     */
    public record View(
            String name,
            List<String> columns,
            List<String> orderBy,
            Optional<String> period,
            String periodAs,
            Optional<String> sender) {
        public View {
            columns = List.copyOf(columns);
            orderBy = List.copyOf(orderBy);
        }
    }

    @Override
    public Door door() {
        return Door.JDBC_POLL;
    }

    record WherePart(
            @Nullable String period,
            @Nullable String as,
            @Nullable String sender) {}

    record ViewPart(
            String view,
            List<String> columns,
            @Nullable List<String> orderBy,
            @Nullable WherePart where) {

        View asView() {
            var bound = where == null ? new WherePart(null, null, null) : where;
            return new View(
                    view,
                    columns,
                    orderBy == null ? columns : orderBy,
                    Optional.ofNullable(bound.period()),
                    bound.as() == null ? "yyyyMM" : bound.as(),
                    Optional.ofNullable(bound.sender()));
        }
    }

    record Part(
            String driver,
            String host,
            int port,
            String database,
            String user,
            String password,
            Map<String, ViewPart> views,
            @Nullable Integer mostRows,
            @Nullable Integer timeoutSeconds)
            implements DoorPart {

        @Override
        public JdbcPoll entrance() {
            var named = new TreeMap<String, View>();
            views.forEach((dataset, part) -> named.put(dataset, part.asView()));
            return new JdbcPoll(
                    driver,
                    new Server(host, port, database, user, SecretReference.parse(password)),
                    named,
                    mostRows == null ? USUAL_MOST_ROWS : mostRows,
                    Seconds.or(timeoutSeconds, USUAL_TIMEOUT_SECONDS));
        }
    }
}
