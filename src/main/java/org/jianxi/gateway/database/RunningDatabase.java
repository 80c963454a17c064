package org.jianxi.gateway.database;

/**
 * A server that answers, with the two roles we use on it.
 *
 * @param stop what ends it when the gateway ends; nothing for a server of somebody else
 */
record RunningDatabase(String url, Credentials owner, Credentials application, Runnable stop) implements AutoCloseable {

    static RunningDatabase of(EmbeddedPostgres server) {
        return new RunningDatabase(server.jdbcUrl(), server.owner(), server.application(), server::close);
    }

    @Override
    public void close() {
        stop.run();
    }
}
