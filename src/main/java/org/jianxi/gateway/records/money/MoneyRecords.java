package org.jianxi.gateway.records.money;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.entitlement.DatedRules;
import org.jianxi.gateway.entitlement.Entitlements;
import org.jianxi.gateway.entitlement.Entitling;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A sender's placements and payments out of the tables of facts, streamed to whoever works out the money. A record is named by the delivery
 * it stands in and its number there, as {@code <submission>#12}.
 */
public final class MoneyRecords {

    private static final int FETCHED = 2_000;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionOperations transaction;

    /** @param transaction for reading at one moment */
    public MoneyRecords(DataSource database, TransactionOperations transaction) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(FETCHED);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.transaction = transaction;
    }

    /**
     * What to work out.
     *
     * @param through the last month
     * @param position the last of the ledger's entries that is looked at
     * @param explained whether records are named wherever due and paid differ
     */
    public record Scope(Sender sender, Period through, long position, boolean explained) {}

    /** Units are named by the first half of their token in hexadecimal digits. */
    public Entitlements of(DatedRules rules, Scope scope) {
        var entitling = new Entitling(rules, scope.through(), scope.explained());
        var parameters = new MapSqlParameterSource()
                .addValue("position", scope.position())
                .addValue("sender", scope.sender().code());
        RowCallbackHandler placements = row -> entitling.placement(MoneyRow.placement(row));
        RowCallbackHandler payments = row -> entitling.payment(MoneyRow.payment(row));
        transaction.executeWithoutResult(status -> {
            jdbc.query(MoneySql.PLACEMENTS, parameters, placements);
            jdbc.query(MoneySql.PAYMENTS, parameters, payments);
        });
        return entitling.result();
    }

    /** Credit codes of a sender's units by the first half of their token. */
    public Map<String, String> creditCodes(Sender sender, long position) {
        var codes = new HashMap<String, String>();
        RowCallbackHandler each =
                row -> codes.put(MoneyRow.id(row.getString("record")), String.valueOf(row.getString("uscc")));
        jdbc.query(MoneySql.UNITS, Map.of("position", position, "sender", sender.code()), each);
        return codes;
    }

    /** Senders that had delivered placements by then: of the others nothing is known, which is not nothing. */
    public Set<Sender> delivered(long position) {
        var delivered = new TreeSet<Sender>();
        RowCallbackHandler each = row -> delivered.add(new Sender(row.getString(1)));
        jdbc.query(MoneySql.DELIVERED, Map.of("position", position), each);
        return delivered;
    }

    /** Changes when anything that money is worked out from does. */
    public long state(long position) {
        var newest = jdbc.queryForObject(MoneySql.STATE, Map.of("position", position), Long.class);
        return newest == null ? 0 : newest;
    }
}
