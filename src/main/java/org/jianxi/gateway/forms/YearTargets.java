package org.jianxi.gateway.forms;

import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;

/**
 * What each sender and the province are to reach within one year (annex 1 of the provincial notice).
 *
 * @param notice the annex the numbers are printed in
 * @param bySender for each sender of the annex a number for each measure
 * @param province the annex's own line for the province, which is the sum of the others
 */
public record YearTargets(
        int year,
        String notice,
        List<Measured> measures,
        Map<Sender, Map<Measured, Long>> bySender,
        Map<Measured, Long> province) {

    public YearTargets {
        measures = List.copyOf(measures);
        bySender = Map.copyOf(bySender);
        province = Map.copyOf(province);
    }

    /**
     * One thing that is counted towards a target.
     *
     * @param name as the interface calls it, such as {@code posts}
     * @param indicator whose monthly figures are added up from January
     */
    public record Measured(String name, Bilingual title, int indicator) {}

    /** Zero where the annex sets the sender nothing. */
    public long of(Sender sender, Measured measure) {
        return bySender.getOrDefault(sender, Map.of()).getOrDefault(measure, 0L);
    }
}
