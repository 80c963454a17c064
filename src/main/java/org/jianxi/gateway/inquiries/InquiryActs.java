package org.jianxi.gateway.inquiries;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Inquiries.SideClosing;
import org.jianxi.gateway.inquiries.Inquiries.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Writes down what people and looks did with an inquiry. */
record InquiryActs(NamedParameterJdbcOperations jdbc) {

    /** @param outcome of a side: its outcome; of a lapse: its reason */
    record Act(
            String actor,
            String act,
            @Nullable Sender sender,
            String outcome,
            @Nullable Words words) {

        static Act of(String actor, String act, String outcome) {
            return new Act(actor, act, null, outcome, null);
        }

        static Act of(SideClosing closing) {
            return new Act(
                    closing.actor(),
                    "closed-by-side",
                    closing.sender(),
                    closing.outcome().wireName(),
                    closing.words());
        }
    }

    void write(long inquiry, Act act, Instant now) {
        jdbc.update(
                """
                insert into inquiry_act (inquiry, number, at, actor, act, sender, outcome, words, seal_key)
                select :inquiry, 1 + count(*), :now, :actor, :act, :sender, :outcome, :words, :key
                from inquiry_act where inquiry = :inquiry""",
                new MapSqlParameterSource()
                        .addValue("inquiry", inquiry)
                        .addValue("now", now.atOffset(ZoneOffset.UTC))
                        .addValue("actor", act.actor())
                        .addValue("act", act.act())
                        .addValue(
                                "sender",
                                act.sender() == null ? null : act.sender().code())
                        .addValue("outcome", act.outcome())
                        .addValue(
                                "words",
                                act.words() == null ? null : act.words().sealed(),
                                Types.BINARY)
                        .addValue(
                                "key", act.words() == null ? null : act.words().key()));
    }
}
