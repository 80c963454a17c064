package org.jianxi.gateway.filing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The three tables of filing, which change together. */
public record FilingStore(Outbox outbox, Acknowledgements acknowledgements, Incidents incidents) {

    public static FilingStore of(JdbcClient jdbc) {
        return new FilingStore(new Outbox(jdbc), new Acknowledgements(jdbc), new Incidents(jdbc));
    }
}
