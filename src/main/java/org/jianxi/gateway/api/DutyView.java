package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.duties.Duty;
import org.jianxi.gateway.duties.DutyMonth.OfUnit;
import org.jianxi.gateway.duties.Judged;
import org.jianxi.gateway.duties.Measure;
import org.jianxi.gateway.flow.duties.DutyReport;

/**
 * A month's duties.
 *
 * @param size of the ledger, as of which
 * @param province by measure; absent for a sender
 */
record DutyView(
        String period,
        String rules,
        String notice,
        long size,
        List<AskedView> duties,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Map<String, ProvinceView>> province,
        List<SenderDuties> senders) {

    /** What is asked. */
    record AskedView(
            String measure,
            Bilingual title,
            String clause,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> leastPercent,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> dueInMonth,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> withinDays,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> leastEachQuarter) {

        static AskedView of(Duty duty, int withinDays) {
            var named = duty.named();
            return new AskedView(
                    named.measure().wireName(),
                    named.title(),
                    named.clause(),
                    duty instanceof Duty.LeastShare share ? Optional.of(share.leastPercent()) : Optional.empty(),
                    duty instanceof Duty.LeastShare share ? share.dueInMonth() : Optional.empty(),
                    duty.measure() == Measure.PUBLICATION_TIME ? Optional.of(withinDays) : Optional.empty(),
                    duty instanceof Duty.EveryQuarter quarter ? Optional.of(quarter.least()) : Optional.empty());
        }
    }

    /** @param numbers empty where there are no records to tell it by */
    record JudgedView(
            String standing,
            long part,
            long whole,
            Optional<BigDecimal> percent,
            SortedMap<String, Long> numbers,
            List<String> lacking) {

        static JudgedView of(Judged one) {
            return new JudgedView(
                    one.standing().wireName(),
                    one.part(),
                    one.whole(),
                    one.percent(),
                    one.behind().numbers(),
                    one.lacking());
        }
    }

    /** @param missing senders without records to tell it by, whose numbers are in no sum */
    record ProvinceView(JudgedView judged, List<String> missing) {}

    /** @param duties by measure */
    record SenderDuties(String sender, String name, Map<String, JudgedView> duties) {

        static SenderDuties of(OfUnit row) {
            var duties = new LinkedHashMap<String, JudgedView>();
            row.duties().forEach(one -> duties.put(one.duty().measure().wireName(), JudgedView.of(one)));
            return new SenderDuties(row.unit().sender().code(), row.unit().name(), duties);
        }
    }

    static DutyView of(DutyReport report) {
        return new DutyView(
                report.month().month().toString(),
                report.rules().id(),
                report.rules().notice(),
                report.size(),
                report.rules().duties().stream()
                        .map(duty -> AskedView.of(duty, report.rules().showing().withinDays()))
                        .toList(),
                report.province().map(all -> {
                    var byMeasure = new LinkedHashMap<String, ProvinceView>();
                    all.forEach(one -> byMeasure.put(
                            one.judged().duty().measure().wireName(),
                            new ProvinceView(
                                    JudgedView.of(one.judged()),
                                    one.missing().stream()
                                            .map(unit -> unit.sender().code())
                                            .toList())));
                    return byMeasure;
                }),
                report.units().stream().map(SenderDuties::of).toList());
    }
}
