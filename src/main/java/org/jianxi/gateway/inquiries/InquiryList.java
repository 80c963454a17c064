package org.jianxi.gateway.inquiries;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** A matter's inquiries as somebody may see them: a unit those it is a side of. */
public record InquiryList(NamedParameterJdbcOperations jdbc, Matter matter) {

    /**
     * What is asked for.
     *
     * @param senders whose; empty for everybody's
     * @param kind wire name
     * @param before number of the last one of the page before
     */
    public record Wanted(
            Collection<Sender> senders, Optional<String> kind, Optional<String> state, Optional<Long> before) {}

    /** Newest first. */
    public List<Inquiry> page(Wanted wanted, int most) {
        var senders = wanted.senders().stream().map(Sender::code).toArray(String[]::new);
        var parameters = parameters();
        parameters.put("everybody", senders.length == 0);
        parameters.put("senders", senders);
        parameters.put("kind", wanted.kind().orElse(""));
        parameters.put("state", wanted.state().orElse(""));
        parameters.put("before", wanted.before().orElse(Long.MAX_VALUE));
        parameters.put("most", most);
        return rows().query("""
                        select c.* from inquiry_current c
                        where c.matter = :matter and c.number < :before and (:state = '' or c.state = :state)
                          and (:kind = '' or c.kind = :kind)
                          and (:everybody or exists (select 1 from inquiry_record r
                                                     where r.inquiry = c.number and r.sender = any (:senders))
                               or exists (select 1 from inquiry_act a
                                          where a.inquiry = c.number and a.sender = any (:senders)))
                        order by c.number desc limit :most""", parameters);
    }

    public Optional<Inquiry> find(long number) {
        var parameters = parameters();
        parameters.put("number", number);
        return rows()
                .query("select * from inquiry_current where matter = :matter and number = :number", parameters)
                .stream()
                .findFirst();
    }

    /** The open ones whose last day is this one or was before. */
    public List<Inquiry> dueBy(LocalDate day) {
        var parameters = parameters();
        parameters.put("day", day);
        return rows().query("""
                select * from inquiry_current
                where matter = :matter and state = 'open' and due_on <= :day order by number""", parameters);
    }

    private InquiryRows rows() {
        return new InquiryRows(jdbc, matter);
    }

    private Map<String, Object> parameters() {
        return new HashMap<>(Map.of("matter", matter.wireName()));
    }
}
