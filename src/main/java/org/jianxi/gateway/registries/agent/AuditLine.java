package org.jianxi.gateway.registries.agent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.registries.blind.Batch;

/** What the agent's audit says of one request. Nothing of any person: the agent knows none of those asked for. */
record AuditLine(Map<String, Object> members) {

    static final String GRANTED = "granted";
    static final String FETCHED = "fetched";

    static AuditLine of(Instant at, Asker asker, Served registry) {
        var members = new LinkedHashMap<String, Object>();
        members.put("at", at.toString());
        members.put("asker", asker.name());
        members.put("registry", registry.name());
        members.put("snapshot", registry.description().snapshot().hex());
        members.put("charged", 0);
        return new AuditLine(members);
    }

    /** Of callers without a key that opens anything: how many since the last such line. */
    static AuditLine ofStrangers(Instant at, long count) {
        var members = new LinkedHashMap<String, Object>();
        members.put("at", at.toString());
        members.put("outcome", "strangers");
        members.put("count", count);
        return new AuditLine(members);
    }

    static AuditLine ofRevoked(Instant at, Asker asker) {
        var members = new LinkedHashMap<String, Object>();
        members.put("at", at.toString());
        members.put("asker", asker.name());
        members.put("outcome", "refused-revoked");
        return new AuditLine(members);
    }

    AuditLine with(Batch batch) {
        return and("session", batch.session())
                .and("number", batch.number())
                .and("points", batch.points().size())
                .and("batch", batch.digest().hex())
                .and("purpose", batch.query().purpose())
                .and("legalBasis", batch.query().legalBasis());
    }

    AuditLine charged(int points) {
        return and("charged", points);
    }

    AuditLine ending(String outcome) {
        return and("outcome", outcome);
    }

    private AuditLine and(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new AuditLine(more);
    }
}
