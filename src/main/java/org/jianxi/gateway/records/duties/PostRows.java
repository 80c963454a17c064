package org.jianxi.gateway.records.duties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.duties.DutyRules;
import org.jianxi.gateway.duties.Tally;

/** What is counted of posts, in heads, as indicator 3 counts them. */
record PostRows(CountedRows rows, DutyRules rules) {

    /** A post stands from the day it was raised until it is closed; it is shown from the first day that its record or a list of posts says. */
    private static final String POSTS = """
            select u.reporting_office as owner, p.headcount as heads, p.demonstration, p.category, p.raised_on,
                p.raised_on <= :last and coalesce(p.closed_on > :last, true) as stands,
                p.raised_on between :january and :last as raised_this_year,
                coalesce(p.status = any (:shownWhen), false) as said_to_be_shown,
                least(case when p.publicity_from <= :last then p.publicity_from end, list.day) as shown_on
            from {posts} p join {units} u on u.record = p.unit_id
            left join (select post_id, min(generated_at::date) as day from {post_publications} l
                where list_kind = 'POSTS' and generated_at::date <= :last group by post_id) list on list.post_id = p.record""";

    private static final String STANDING = """
            select owner, coalesce(sum(heads), 0) as posts,
                coalesce(sum(heads) filter (where demonstration), 0) as demonstration,
                coalesce(sum(heads) filter (where shown_on is not null or said_to_be_shown), 0) as shown
            from (%s) post where stands group by 1""".formatted(POSTS);

    /** What is said to be shown without a day is in time or late, and nobody knows which. */
    private static final String IN_TIME = """
            select owner, coalesce(sum(heads) filter (where over), 0) as due,
                coalesce(sum(heads) filter (where shown_on - raised_on <= :days), 0) as "inTime",
                coalesce(sum(heads) filter (where shown_on - raised_on > :days), 0) as late,
                coalesce(sum(heads) filter (where over and shown_on is null), 0) as unshown,
                coalesce(sum(heads) filter (where not over and not undated), 0) as waiting,
                coalesce(sum(heads) filter (where undated), 0) as undated,
                coalesce(max(greatest(shown_on - raised_on, 0)), 0) as "%s"
            from (select post.*, shown_on is null and said_to_be_shown as undated,
                    shown_on is not null or not said_to_be_shown and raised_on + :days <= :last as over
                from (%s) post) post
            where raised_this_year group by 1""".formatted(Tally.LONGEST, POSTS);

    Map<Sender, Map<String, Long>> standing() {
        return rows.of(STANDING, parameters());
    }

    Map<Sender, Map<String, Long>> shownInTime() {
        return rows.of(IN_TIME, parameters());
    }

    /** Heads of each kind the rules name, and of all. */
    Map<Sender, Map<String, Long>> kinds() {
        var columns = new ArrayList<String>();
        var parameters = parameters();
        var kinds = rules.kinds();
        for (var at = 0; at < kinds.size(); at++) {
            columns.add(", coalesce(sum(heads) filter (where category = :kind%1$d), 0) as kind%1$d".formatted(at));
            parameters.put("kind" + at, kinds.get(at).code());
        }
        var sql = "select owner, coalesce(sum(heads), 0) as %s%s from (%s) post where stands group by 1"
                .formatted(Tally.POSTS, String.join("", columns), POSTS);
        var counted = new TreeMap<Sender, Map<String, Long>>();
        rows.of(sql, parameters).forEach((office, numbers) -> {
            var named = new HashMap<>(Map.of(Tally.POSTS, numbers.getOrDefault(Tally.POSTS, 0L)));
            for (var at = 0; at < kinds.size(); at++) {
                named.put(kinds.get(at).code(), numbers.getOrDefault("kind" + at, 0L));
            }
            counted.put(office, named);
        });
        return counted;
    }

    private Map<String, Object> parameters() {
        return new HashMap<>(Map.of(
                "days",
                rules.showing().withinDays(),
                "shownWhen",
                rules.showing().shownWhen().toArray(String[]::new)));
    }
}
