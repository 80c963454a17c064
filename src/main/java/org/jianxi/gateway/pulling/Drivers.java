package org.jianxi.gateway.pulling;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jianxi.gateway.intake.JdbcPoll;

/**
 * Connections to sources' databases. Two drivers are ours; another maker's is loaded from the folder the operator names, in a
 * class loader of its own that sees the platform and nothing of the gateway.
 */
public final class Drivers {

    /** The database is to end a statement that takes too long; only where it does not is the line cut. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final String POSTGRESQL = "postgresql";
    private static final String MARIADB = "mariadb";

    private final DriverSettings settings;
    private final Map<String, Driver> loaded = new ConcurrentHashMap<>();

    public Drivers(DriverSettings settings) {
        this.settings = settings;
    }

    /** @param address the one that was allowed; it is put into the address in place of the name */
    Connection connect(JdbcPoll poll, InetAddress address, String password) throws IOException, SQLException {
        var server = poll.server();
        var properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", password);
        var host = address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
        var seconds = Long.toString(poll.timeout().plus(GRACE).toSeconds());
        var connection = switch (poll.driver()) {
            case POSTGRESQL -> {
                properties.setProperty("connectTimeout", "10");
                properties.setProperty("socketTimeout", seconds);
                // so that a month or a code may be compared with a column of any type
                properties.setProperty("stringtype", "unspecified");
                yield new org.postgresql.Driver()
                        .connect(url("jdbc:postgresql://{host}:{port}/{database}", host, server), properties);
            }
            case MARIADB -> {
                properties.setProperty("connectTimeout", "10000");
                properties.setProperty("socketTimeout", seconds + "000");
                // a server must not ask us for files
                properties.setProperty("allowLocalInfile", "false");
                yield new org.mariadb.jdbc.Driver()
                        .connect(url("jdbc:mariadb://{host}:{port}/{database}", host, server), properties);
            }
            default -> foreign(poll.driver()).connect(url(entry(poll.driver()).url(), host, server), properties);
        };
        if (connection == null) {
            throw new TurnFailed("the driver " + poll.driver() + " does not take its own address; see jianxi.jdbc");
        }
        return connection;
    }

    private DriverSettings.Foreign entry(String name) throws TurnFailed {
        var entry = settings.drivers().get(name);
        if (entry == null) {
            throw new TurnFailed("there is no driver " + name + "; the operator names it in jianxi.jdbc.drivers");
        }
        return entry;
    }

    private Driver foreign(String name) throws IOException {
        var entry = entry(name);
        if (!DriverSettings.KNOWN.contains(entry.driverClass())) {
            throw new TurnFailed("the driver class " + entry.driverClass() + " is none of those that may be loaded");
        }
        var known = loaded.get(name);
        if (known != null) {
            return known;
        }
        var driver = load(entry);
        loaded.put(name, driver);
        return driver;
    }

    private static Driver load(DriverSettings.Foreign entry) throws IOException {
        var loader = new URLClassLoader(jars(entry.folder()), ClassLoader.getPlatformClassLoader());
        try {
            return (Driver) loader.loadClass(entry.driverClass())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException unusable) {
            loader.close();
            throw new TurnFailed("the driver " + entry.driverClass() + " cannot be loaded from " + entry.folder());
        }
    }

    private static URL[] jars(Path folder) throws IOException {
        var urls = new ArrayList<URL>();
        try (var files = Files.newDirectoryStream(folder, "*.jar")) {
            for (var file : files) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static String url(String pattern, String host, JdbcPoll.Server server) {
        return pattern.replace("{host}", host)
                .replace("{port}", Integer.toString(server.port()))
                .replace("{database}", server.database());
    }
}
