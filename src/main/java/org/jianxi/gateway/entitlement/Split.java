package org.jianxi.gateway.entitlement;

import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jianxi.gateway.canonical.Period;

/** An amount that is for several months, put to them in equal parts; the last has what does not divide. */
final class Split {

    private Split() {}

    static void over(List<Period> months, long fen, ObjLongConsumer<Period> part) {
        if (months.isEmpty()) {
            return;
        }
        var equal = fen / months.size();
        for (var month : months.subList(0, months.size() - 1)) {
            part.accept(month, equal);
        }
        part.accept(months.getLast(), fen - equal * (months.size() - 1));
    }
}
