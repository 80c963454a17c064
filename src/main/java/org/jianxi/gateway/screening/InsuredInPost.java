package org.jianxi.gateway.screening;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.inquiries.Evidence;
import org.jianxi.gateway.inquiries.InquiryKind;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** What a registry of the insured says of the person in a placement: the days, and nothing else. */
public record InsuredInPost(NamedParameterJdbcOperations jdbc) {

    private static final String DAYS = """

            select distinct lower(r) as first_day, upper(r) - 1 as last_day
            from of_trainees t
            join in_post l on l.trainee_id = t.record
            cross join lateral unnest(t.insured) as r
            where l.days && r and l.record in (
                select encode(substring(asked.token, 1, 16), 'hex')::uuid from unnest(:tokens) as asked (token))
            order by first_day""";

    /** @param to the last day; empty while it goes on */
    public record Spell(LocalDate from, Optional<LocalDate> to) {}

    /** Those that touch the days in post, as the registry said them last; none for another kind. @param evidence of one inquiry */
    public List<Spell> of(InquiryKind kind, List<Evidence> evidence) {
        if (!kind.equals(ScreeningCheck.ALREADY_INSURED.kind())) {
            return List.of();
        }
        var tokens = evidence.stream()
                .map(one -> HexFormat.of().parseHex(one.record()))
                .toArray(byte[][]::new);
        return jdbc.query(
                ScreenedRecords.STANDING + TraineeSql.INSURED_IN_POST + DAYS,
                Map.of("tokens", tokens),
                (row, at) -> new Spell(
                        row.getObject("first_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class))));
    }
}
