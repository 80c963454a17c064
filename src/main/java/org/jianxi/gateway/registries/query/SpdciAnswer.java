package org.jianxi.gateway.registries.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.registries.lookups.LookupSlip;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.spdci.Envelope;
import tools.jackson.databind.JsonNode;

/** What a signed answer says of each person who was asked about, in whatever order it says it. */
record SpdciAnswer(SpdciService service, RecordReading reading, LookupSlip slip) {

    private static final String DONE = "succ";

    /** Throws {@link QueryStopped} for an answer to something else. */
    List<PersonAnswer> of(List<QueriedPerson> people, Envelope answer) {
        var message = answer.message();
        if (!slip.reference().equals(message.path("transaction_id").asString(""))
                || !"on-search".equals(answer.inHeader("action"))) {
            throw new QueryStopped(
                    QueryStopped.Cause.INCIDENT,
                    "答复不是所问的；没有采用",
                    "The answer is to something else; nothing of it was taken");
        }
        if (!DONE.equals(answer.inHeader("status"))) {
            throw new QueryStopped(
                    QueryStopped.Cause.REFUSED,
                    "登记库没有处理这批查询（" + code(answer.header()) + "）",
                    "The registry did not work on the batch: " + code(answer.header()));
        }
        return service.isDisabled() ? List.of(disabled(message)) : found(people, message);
    }

    private List<PersonAnswer> found(List<QueriedPerson> people, JsonNode message) {
        var entries = new HashMap<String, List<JsonNode>>();
        message.path("search_response")
                .forEach(entry -> entries.computeIfAbsent(
                                entry.path("reference_id").asString(""), one -> new ArrayList<>())
                        .add(entry));
        var answers = new ArrayList<PersonAnswer>();
        for (var at = 0; at < people.size(); at++) {
            answers.add(one(people.get(at), at, entries));
        }
        return answers;
    }

    private PersonAnswer one(QueriedPerson person, int at, Map<String, List<JsonNode>> entries) {
        var mine = entries.getOrDefault(SpdciText.reference(slip, at), List.of());
        if (mine.isEmpty()) {
            return PersonAnswer.error("答复中没有这个人", "The answer leaves this person out");
        }
        var different = mine.stream().distinct().toList();
        if (different.size() > 1) {
            return PersonAnswer.error("对同一个人有两种答复", "The answer says two things of one person");
        }
        var entry = different.getFirst();
        return DONE.equals(entry.path("status").asString(""))
                ? reading.of(person, records(entry.at("/data/reg_records")))
                : PersonAnswer.error("登记库没有查询这个人（" + code(entry) + "）", "The registry did not look: " + code(entry));
    }

    private static List<JsonNode> records(JsonNode told) {
        if (told.isObject()) {
            return told.isEmpty() ? List.of() : List.of(told);
        }
        var records = new ArrayList<JsonNode>();
        told.forEach(records::add);
        return records;
    }

    /** Yes or no for a number, without a name: who hits is looked at by a person, as every hit is. */
    private PersonAnswer disabled(JsonNode message) {
        var entries = message.path("disabled_response");
        var entry = entries.path(0);
        if (entries.size() != 1 || !DONE.equals(entry.path("status").asString(""))) {
            return PersonAnswer.error("答复不是一个人的", "The answer is not one person's");
        }
        return switch (entry.path("disabled_status").asString("")) {
            case "yes" -> new PersonAnswer(MatchResult.HIT, "", "", "", Optional.empty());
            case "no" -> PersonAnswer.MISS;
            default -> PersonAnswer.error("既不是yes也不是no", "Neither yes nor no");
        };
    }

    /** A code of the standard's, or nothing: what else stands there may be anything. */
    private static String code(JsonNode tree) {
        var code = tree.path("status_reason_code").asString("");
        return code.matches("[a-z_.]{1,60}") ? code : "?";
    }
}
