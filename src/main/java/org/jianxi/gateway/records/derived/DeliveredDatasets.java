package org.jianxi.gateway.records.derived;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which datasets each sender had delivered up to a position of the ledger. */
public record DeliveredDatasets(JdbcClient jdbc) {

    public DeliveredDatasets(DataSource database) {
        this(JdbcClient.create(database));
    }

    public Map<Sender, Set<String>> upTo(long position) {
        var delivered = new HashMap<Sender, Set<String>>();
        jdbc.sql("select sender, dataset from fact_limit(?)").param(position).query(row -> {
            delivered
                    .computeIfAbsent(new Sender(row.getString("sender")), sender -> new HashSet<>())
                    .add(row.getString("dataset"));
        });
        return delivered;
    }
}
