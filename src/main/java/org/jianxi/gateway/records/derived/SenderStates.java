package org.jianxi.gateway.records.derived;

import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Whose records count up to a position of the ledger, each with a word that differs wherever other records count. */
final class SenderStates {

    /** What is erased counts no longer, so a word holds how much was. */
    private static final String WORDS = """
            select l.sender, string_agg(l.dataset || l.batch, '/' order by l.dataset) || '/'
                || (select count(*) from ledger_entry where kind = 'erasure') as word
            from fact_limit(:position) l group by l.sender""";

    private SenderStates() {}

    static Map<Sender, String> upTo(NamedParameterJdbcOperations jdbc, long position) {
        var states = new TreeMap<Sender, String>();
        jdbc.query(WORDS, Map.of("position", position), row -> {
            states.put(new Sender(row.getString("sender")), row.getString("word"));
        });
        return states;
    }
}
