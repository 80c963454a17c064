package org.jianxi.gateway.rollup;

import java.util.List;
import org.jianxi.gateway.canonical.Sender;

/**
 * One cell of the province's row before and after, in smallest parts.
 *
 * @param because the senders whose change moved it, in the order of the notice
 */
public record TotalChange(int indicator, long before, long after, List<Sender> because) {

    public TotalChange {
        because = List.copyOf(because);
    }

    public long by() {
        return Math.subtractExact(after, before);
    }
}
