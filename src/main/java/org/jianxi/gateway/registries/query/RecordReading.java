package org.jianxi.gateway.registries.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.matching.MatchResult;
import tools.jackson.databind.JsonNode;

/** What the records that a registry sent for one person come to. */
record RecordReading(AnswerPlaces places, PersonName names) {

    private static final int LONGEST = 200;

    /** @param records all that were sent; one of another person makes the whole answer an error */
    PersonAnswer of(QueriedPerson person, List<JsonNode> records) {
        if (records.isEmpty()) {
            return PersonAnswer.MISS;
        }
        var hits = new ArrayList<JsonNode>();
        for (var each : records) {
            var told = IdNumber.read(text(each, places.idNumber()));
            if (told.filter(one -> one.citizen().equals(person.number())).isEmpty()) {
                return PersonAnswer.error("答复中有未被询问的人", "The answer tells of somebody who was not asked for");
            }
            if (names.compare(person.name(), each.at(places.name())) == MatchResult.HIT) {
                hits.add(each);
            }
        }
        var counted = hits.isEmpty() ? records : hits;
        return new PersonAnswer(
                hits.isEmpty() ? MatchResult.NAME_MISMATCH : MatchResult.HIT,
                joined(counted, places.category()),
                joined(counted, places.kind()),
                joined(counted, places.level()),
                Optional.empty());
    }

    /** Each different word once, in order. */
    private static String joined(List<JsonNode> records, String place) {
        var words = records.stream()
                .map(one -> text(one, place))
                .filter(word -> !word.isBlank() && word.length() <= LONGEST)
                .collect(Collectors.toCollection(TreeSet::new));
        var all = String.join(";", words);
        return all.substring(0, Math.min(all.length(), LONGEST));
    }

    private static String text(JsonNode tree, String place) {
        return tree.at(place).asString("").strip();
    }
}
