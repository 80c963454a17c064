package org.jianxi.gateway.registries.run;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.intake.Schedule;

/**
 * A registry as its {@code registry.yaml} describes it.
 *
 * @param code of {@code hardship-matches.yaml}, such as {@code MCA_LOW_INCOME}, or {@code HRSS_INSURED}
 * @param authority whose registry it is
 * @param query what it is asked for, and by what right
 * @param validity how long after the snapshot's day an answer may be relied on
 * @param schedule when a run is due; without one only an operator starts it
 */
public record RegistrySettings(
        RegistryName name,
        Bilingual title,
        String code,
        String authority,
        Query query,
        Period validity,
        Optional<Schedule> schedule,
        Way way) {

    /**
     * @param purpose code of {@code hardship-matches.yaml}, such as {@code PRIORITY_HELP}, or {@code SCREENING}
     * @param legalBasis clause that allows asking
     */
    public record Query(String purpose, String legalBasis) {}

    public HitUse hitsAre() {
        return HitUse.of(query.purpose());
    }

    public LocalDate validUntil(LocalDate snapshotOn) {
        return snapshotOn.plus(validity);
    }
}
