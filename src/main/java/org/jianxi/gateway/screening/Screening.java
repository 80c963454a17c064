package org.jianxi.gateway.screening;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.Matter;
import org.jianxi.gateway.inquiries.Scan;
import org.jianxi.gateway.inquiries.Suspicion;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Makes every check over the facts of the records that stand: one statement for each. */
public record Screening(NamedParameterJdbcOperations jdbc, Supplier<ScreeningTerms> terms) implements Scan {

    public static final Matter MATTER = new Matter(
            "screening",
            Stream.of(ScreeningCheck.values()).map(ScreeningCheck::kind).toList(),
            Stream.of(ScreeningOutcome.values()).map(ScreeningOutcome::outcome).toList());

    /**
     * How many deliveries there are and how new, what the registry of the insured answered and who was found in it, and the terms: a
     * delivery may be committed after one that was counted later.
     */
    @Override
    public Optional<String> state() {
        return jdbc.queryForList("""
                        select count(*) || '/' || max(batch) || '/' || (
                            select count(*) || '/' || coalesce(sum(extract(epoch from moved_at)), 0) from match_run where purpose = 'SCREENING')
                            || '/' || (select count(*) from name_difference where purpose = 'SCREENING' and outcome = 'same-person')
                        from fact_batch having count(*) > 0""", Map.of(), String.class).stream()
                .map(deliveries -> deliveries + "/" + said(terms.get()))
                .findFirst();
    }

    private static String said(ScreeningTerms terms) {
        return "%d/%d/%s".formatted(terms.mostPeople(), terms.mostUnits(), new TreeSet<>(terms.off()));
    }

    @Override
    public Found look() {
        var now = terms.get();
        var evidence = new ScreenedRecords(jdbc);
        var suspicions = new ArrayList<Suspicion>();
        for (var check : ScreeningCheck.values()) {
            if (now.looksFor(check)) {
                suspicions.addAll(evidence.of(check, now));
            }
        }
        return new Found(suspicions, this::goneBecause);
    }

    private String goneBecause(Inquiry open) {
        if (terms.get().off().contains(open.kind().wireName())) {
            return "no-longer-checked";
        }
        var records = new ScreenedRecords(jdbc);
        if (open.kind().equals(ScreeningCheck.ALREADY_INSURED.kind()) && records.standUnchanged(open.evidence())) {
            return "no-longer-insured";
        }
        return records.allStand(open.evidence()) ? "records-corrected" : "records-gone";
    }
}
