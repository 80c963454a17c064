package org.jianxi.gateway.records.duties;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.duties.DutyRules;
import org.jianxi.gateway.duties.Measure;
import org.jianxi.gateway.duties.Quarter;
import org.jianxi.gateway.duties.Tally;
import org.jianxi.gateway.records.derived.DeliveredDatasets;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What every office's duties are judged by at a month's end, as of a position of the ledger: one question for each dataset. */
public final class DutyCounts {

    private final NamedParameterJdbcTemplate jdbc;
    private final DeliveredDatasets delivered;

    public DutyCounts(DataSource database) {
        this.jdbc = new NamedParameterJdbcTemplate(database);
        this.delivered = new DeliveredDatasets(database);
    }

    /**
     * Whose a record is: the office of its unit, an event's own. A measure of which an office has no records and delivered none is absent,
     * which is a gap and no zero.
     *
     * @param position the last of the ledger's entries that is looked at
     */
    public Map<Sender, Map<Measure, Tally>> of(DutyRules rules, Period month, long position) {
        var rows = new CountedRows(jdbc, parameters(month, position));
        var offices = new Offices(delivered.upTo(position), new TreeMap<>());
        var posts = new PostRows(rows, rules);
        posts.standing().forEach((office, numbers) -> {
            offices.keep(office, Measure.DEMONSTRATION_POSTS, Tally.of(numbers).without("shown"));
            offices.keep(office, Measure.PUBLISHED_POSTS, Tally.of(numbers).without("demonstration"));
        });
        offices.keep(Measure.POST_KINDS, posts.kinds());
        offices.keep(Measure.PUBLICATION_TIME, posts.shownInTime());
        offices.keep(Measure.MENTORS, rows.of(PLACEMENTS, Map.of()));
        offices.keep(Measure.UNIT_REVIEW, rows.of(UNITS, Map.of("year", month.year())));
        offices.keep(Measure.MATCHING_EVENTS, events(rows, month));
        return offices.tallies(month);
    }

    private static Map<String, Object> parameters(Period month, long position) {
        return Map.of(
                "position", position,
                "last", month.lastDay(),
                "january", month.firstDay().withDayOfYear(1));
    }

    /** In post as indicator 13 counts it; a mentor is listed where the sender's records of mentors have it. */
    private static final String PLACEMENTS = """
            select u.reporting_office as owner, count(*) as "inPost", count(p.mentor_id) as mentored, count(m.record) as listed
            from {placements} p join {units} u on u.record = p.unit_id left join {mentors} m on m.record = p.mentor_id
            where p.start_on <= :last and coalesce(p.actual_end_on > :last, true) and p.status is distinct from 'CANCELLED'
            group by 1""";

    /** Recognised as indicator 1 counts it. */
    private static final String UNITS = """
            select u.reporting_office as owner, count(*) as recognised,
                count(*) filter (where u.annual_review_year = :year) as reviewed,
                count(*) filter (where u.annual_review_year = :year and u.annual_review_result = 'FAIL') as failed
            from {units} u
            where u.recognised_on <= :last and coalesce(u.withdrawn_on > :last, true)
                and coalesce(u.recognition_valid_to >= :last, true)
            group by 1""";

    private static final String EVENTS = """
            select e.reporting_office as owner, %s
            from {matching_events} e where e.held_on between :january and :last group by 1""";

    private static Map<Sender, Map<String, Long>> events(CountedRows rows, Period month) {
        var quarters = new TreeSet<String>();
        for (var quarter : Quarter.ofYearUpTo(month)) {
            quarters.add("count(*) filter (where extract(quarter from e.held_on) = %d) as \"%s\""
                    .formatted(quarter.number(), quarter));
        }
        return rows.of(EVENTS.formatted(String.join(", ", quarters)), Map.of());
    }

    /**
     * @param delivered which datasets each office delivered
     * @param counted rows of numbers by office and measure
     */
    private record Offices(Map<Sender, Set<String>> delivered, Map<Sender, Map<Measure, Tally>> counted) {

        void keep(Measure measure, Map<Sender, Map<String, Long>> rows) {
            rows.forEach((office, numbers) -> keep(office, measure, Tally.of(numbers)));
        }

        void keep(Sender office, Measure measure, Tally tally) {
            counted.computeIfAbsent(office, sender -> new HashMap<>()).put(measure, tally);
        }

        Map<Sender, Map<Measure, Tally>> tallies(Period month) {
            delivered.forEach((office, datasets) -> {
                for (var measure : Measure.values()) {
                    if (datasets.containsAll(measure.needs())) {
                        counted.computeIfAbsent(office, sender -> new HashMap<>())
                                .putIfAbsent(measure, nothing(measure, month));
                    }
                }
            });
            counted.forEach(this::leaveOutWhatNobodySaid);
            return counted;
        }

        private static Tally nothing(Measure measure, Period month) {
            var numbers = new HashMap<String, Long>();
            if (measure == Measure.MATCHING_EVENTS) {
                Quarter.ofYearUpTo(month).forEach(quarter -> numbers.put(quarter.toString(), 0L));
            } else {
                numbers.put(measure.whole(), 0L);
            }
            return Tally.of(numbers);
        }

        /** Where no post says a day and no publications are delivered, nobody knows whether posts were late. */
        private void leaveOutWhatNobodySaid(Sender office, Map<Measure, Tally> measures) {
            var time = measures.get(Measure.PUBLICATION_TIME);
            if (time != null
                    && time.of("inTime") + time.of("late") == 0
                    && time.of("unshown") > 0
                    && !delivered.getOrDefault(office, Set.of()).contains("post-publications")) {
                measures.remove(Measure.PUBLICATION_TIME);
            }
            if (!delivered.getOrDefault(office, Set.of()).contains("mentors")) {
                measures.computeIfPresent(Measure.MENTORS, (measure, tally) -> tally.without("listed"));
            }
        }
    }
}
