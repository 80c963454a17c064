package org.jianxi.gateway.inquiries;

import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Inquiries.Words;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** What the sides of an inquiry wrote, still sealed. */
public record InquiryWords(NamedParameterJdbcOperations jdbc) {

    public record Said(Sender sender, Words words) {}

    /** In the order in which they were written; none once erased. */
    public List<Said> of(long number) {
        return jdbc.query(
                "select sender, words, seal_key from inquiry_act where inquiry = :number and words is not null order by number",
                Map.of("number", number),
                (row, at) -> new Said(
                        new Sender(row.getString("sender")),
                        new Words(row.getBytes("words"), row.getString("seal_key"))));
    }
}
