package org.jianxi.gateway.flow.money;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.entitlement.DatedRules;
import org.jspecify.annotations.Nullable;

/** The newest sums, each good for one state of the records, the rules and the return: what is asked for again is not worked out again. */
final class Remembered {

    private static final int MOST = 500;

    private final Map<Key, MoneySummary> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, MoneySummary> eldest) {
            return size() > MOST;
        }
    };

    /** @param rules the very ones, not ones like them */
    record Key(
            Sender sender,
            Period through,
            long state,
            DatedRules rules,
            @Nullable Long reported) {}

    MoneySummary of(Key key, Supplier<MoneySummary> work) {
        synchronized (newest) {
            var known = newest.get(key);
            if (known != null) {
                return known;
            }
        }
        var worked = work.get();
        synchronized (newest) {
            newest.put(key, worked);
        }
        return worked;
    }
}
