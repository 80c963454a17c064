package org.jianxi.gateway.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sql.DataSource;

/**
 * One pool for each test database, as the gateway has one: signing in to PostgreSQL costs more than most of the questions it
 * is asked. The server has forty connections for all of them, so the pools give back what they do not use when another
 * database comes.
 */
final class TestPools {

    private static final int CONNECTIONS = 20;
    private static final Map<String, HikariDataSource> POOLS = new ConcurrentHashMap<>();
    private static final ScheduledThreadPoolExecutor HOUSEKEEPER = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "test-pools");
        thread.setDaemon(true);
        return thread;
    });

    private TestPools() {}

    static DataSource of(String url, Credentials role) {
        return POOLS.computeIfAbsent(url, database -> pool(database, role));
    }

    /** Closes what lies idle; who holds a connection keeps it. */
    static void giveBack() {
        POOLS.values().stream()
                .filter(pool -> pool.getHikariPoolMXBean() != null)
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
    }

    private static HikariDataSource pool(String url, Credentials role) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(role.user());
        pool.setPassword(role.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        pool.setScheduledExecutor(HOUSEKEEPER);
        return pool;
    }
}
