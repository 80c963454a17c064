package org.jianxi.gateway.duties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.Code;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Field;
import tools.jackson.databind.JsonNode;

/** Reads one file of duties that keeps its schema; what the schema cannot say is a problem with its line. */
record DutyRulesFile(YamlFile file, Datasets datasets) {

    DutyRules read() {
        var root = file.tree();
        var from = Period.of(text(root, "validFrom"));
        var to = Optional.ofNullable(root.get("validTo"))
                .map(JsonNode::stringValue)
                .map(Period::of);
        if (to.filter(last -> last.compareTo(from) < 0).isPresent()) {
            throw file.problem("/validTo", "is before validFrom");
        }
        var asked = root.get("duties");
        var duties = new ArrayList<Duty>();
        asked.properties().forEach(entry -> duties.add(duty(measure(entry.getKey()), entry.getValue())));
        return new DutyRules(text(root, "rules"), text(root, "notice"), from, to, duties, showing(asked));
    }

    private static Measure measure(String name) {
        return Stream.of(Measure.values())
                .filter(one -> one.wireName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Duty duty(Measure measure, JsonNode node) {
        var title = node.get("title");
        var named = new Duty.Named(measure, new Bilingual(text(title, "zh"), text(title, "en")), text(node, "clause"));
        return switch (measure) {
            case POST_KINDS ->
                new Duty.EveryKind(named, codes("/duties/postKinds/kinds", node.get("kinds"), "category"));
            case MATCHING_EVENTS ->
                new Duty.EveryQuarter(named, node.get("leastEachQuarter").intValue());
            case DEMONSTRATION_POSTS, MENTORS, UNIT_REVIEW, PUBLICATION_TIME, PUBLISHED_POSTS ->
                new Duty.LeastShare(
                        named,
                        node.get("leastPercent").intValue(),
                        Optional.ofNullable(node.get("dueInMonth")).map(JsonNode::intValue));
        };
    }

    private DutyRules.Showing showing(JsonNode duties) {
        var days = duties.at("/publicationTime/withinDays");
        var states = duties.at("/publishedPosts/shownWhen");
        return new DutyRules.Showing(
                days.isMissingNode() ? 0 : days.intValue(),
                states.isMissingNode()
                        ? Set.of()
                        : codes("/duties/publishedPosts/shownWhen", states, "status").stream()
                                .map(Code::code)
                                .collect(Collectors.toSet()));
    }

    /** Codes of a field of posts. */
    private List<Code> codes(String at, JsonNode list, String field) {
        var known = datasets.find("posts")
                .flatMap(posts -> posts.find(field))
                .flatMap(Field::codes)
                .orElseThrow();
        var codes = new ArrayList<Code>();
        for (var one : list) {
            var where = at + "/" + codes.size();
            codes.add(known.codes().stream()
                    .filter(code -> code.code().equals(one.stringValue()))
                    .findFirst()
                    .orElseThrow(() -> file.problem(where, "%s is no code of %s".formatted(one.stringValue(), field))));
        }
        return codes;
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }
}
