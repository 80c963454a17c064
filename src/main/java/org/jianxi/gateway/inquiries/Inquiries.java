package org.jianxi.gateway.inquiries;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** A matter's inquiries in the database. All is written in the caller's transaction, and what is written stays. */
public record Inquiries(NamedParameterJdbcOperations jdbc, Matter matter) {

    /** Why an inquiry lapsed whose records are now asked about together with more, under a new number. */
    public static final String MORE_FOUND = "more-found";

    /** What a look through the records changed. */
    public record Scanned(List<Inquiry> opened, List<Inquiry> lapsed) {}

    /** What was written, sealed for the place that the inquiry's number and its side make. */
    public record Words(byte[] sealed, String key) {}

    /** What a side found, as it closes its part. */
    public record SideClosing(Sender sender, String actor, InquiryOutcome outcome, Words words) {}

    /**
     * Opens an inquiry into every suspicion that none covers, and lets those lapse whose records no longer show it. Nothing happens, and
     * nothing is read, while the records are as they were at the last look.
     *
     * @param dueOn last day for closing what is found today
     */
    public Scanned scan(Scan scan, LocalDate dueOn, Instant now) {
        jdbc.queryForList(
                "select pg_advisory_xact_lock(hashtext(:lock))::text",
                Map.of("lock", "inquiries/" + matter.wireName()),
                String.class);
        var state = scan.state();
        if (state.isEmpty() || state.equals(lastState())) {
            return new Scanned(List.of(), List.of());
        }
        var found = scan.look();
        var known = new KnownInquiries(rows().query(
                        "select * from inquiry_current where matter = :matter order by number",
                        Map.of("matter", matter.wireName())));
        var covered = new HashSet<Long>();
        var anew = new ArrayList<Suspicion>();
        for (var suspicion : found.suspicions()) {
            known.covering(suspicion).ifPresentOrElse(one -> covered.add(one.number()), () -> anew.add(suspicion));
        }
        var opened = anew.stream()
                .map(one -> open(one, known.lapsedBefore(one), dueOn, now))
                .toList();
        var larger = new LargerSuspicions(anew);
        var lapsed = known.open().stream()
                .filter(one -> !covered.contains(one.number()))
                .map(one -> lapse(
                        one, larger.hold(one) ? MORE_FOUND : found.goneBecause().apply(one), now))
                .toList();
        remember(state.get());
        return new Scanned(find(opened), find(lapsed));
    }

    private long open(Suspicion suspicion, int lapsedBefore, LocalDate dueOn, Instant now) {
        var number = jdbc.queryForList(
                        """
                insert into inquiry (matter, kind, subject, occurrence, found_at, due_on)
                values (:matter, :kind, :subject, :occurrence, :now, :due) returning number""",
                        new MapSqlParameterSource()
                                .addValue("matter", matter.wireName())
                                .addValue("kind", suspicion.kind().wireName())
                                .addValue("subject", suspicion.subject().bytes())
                                .addValue("occurrence", lapsedBefore)
                                .addValue("now", now.atOffset(ZoneOffset.UTC))
                                .addValue("due", dueOn),
                        Long.class)
                .getFirst();
        var records = suspicion.evidence().stream().map(one -> row(number, one)).toArray(MapSqlParameterSource[]::new);
        jdbc.batchUpdate("""
                insert into inquiry_record (inquiry, sender, record_token, dataset, submission, number)
                values (:inquiry, :sender, :record, :dataset, :submission, :number)""", records);
        return number;
    }

    private static MapSqlParameterSource row(long inquiry, Evidence evidence) {
        var version = evidence.version();
        return new MapSqlParameterSource()
                .addValue("inquiry", inquiry)
                .addValue("sender", evidence.sender().code())
                .addValue("record", HexFormat.of().parseHex(evidence.record()))
                .addValue("dataset", version.map(Evidence.Version::dataset).orElse(null))
                .addValue(
                        "submission", version.map(Evidence.Version::submission).orElse(null))
                .addValue("number", version.map(Evidence.Version::number).orElse(null), java.sql.Types.BIGINT);
    }

    private long lapse(Inquiry one, String reason, Instant now) {
        acts().write(one.number(), InquiryActs.Act.of(matter.scan(), "lapsed", reason), now);
        return one.number();
    }

    /** The last side's closing closes the inquiry, which is locked by the caller. */
    public Inquiry close(Inquiry open, SideClosing closing, Instant now) {
        acts().write(open.number(), InquiryActs.Act.of(closing), now);
        if (open.waitingFor().size() == 1) {
            acts().write(open.number(), InquiryActs.Act.of(closing.actor(), "closed", ""), now);
        }
        return find(open.number()).orElseThrow();
    }

    public Optional<Inquiry> find(long number) {
        return new InquiryList(jdbc, matter).find(number);
    }

    /** Locks it until the transaction ends. */
    public Optional<Inquiry> lock(long number) {
        var locked = jdbc.queryForList(
                "select number from inquiry where number = :number and matter = :matter for update",
                Map.of("number", number, "matter", matter.wireName()),
                Long.class);
        return locked.isEmpty() ? Optional.empty() : find(number);
    }

    private List<Inquiry> find(List<Long> numbers) {
        return rows().query(
                        "select * from inquiry_current where number = any (:numbers) order by number",
                        Map.of("numbers", numbers.toArray(Long[]::new)));
    }

    private InquiryRows rows() {
        return new InquiryRows(jdbc, matter);
    }

    private InquiryActs acts() {
        return new InquiryActs(jdbc);
    }

    private Optional<String> lastState() {
        return jdbc
                .query(
                        "select state from inquiry_scan where matter = :matter",
                        Map.of("matter", matter.wireName()),
                        (row, at) -> row.getString("state"))
                .stream()
                .findFirst();
    }

    private void remember(String state) {
        jdbc.update("""
                insert into inquiry_scan (matter, state) values (:matter, :state)
                on conflict (matter) do update set state = excluded.state""", Map.of("matter", matter.wireName(), "state", state));
    }
}
