package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.forms.CanonicalRule;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.SourceDocument;
import org.jianxi.gateway.mapping.table.Value;
import tools.jackson.core.JsonPointer;
import org.jianxi.gateway.mapping.notation.Address;

/** What a canonical batch says above its records: of which dataset, by whom, for which month. */
public record CanonicalHeading(Optional<Sender> sender, Optional<Period> period, List<Finding> findings) {

    private static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";

    public CanonicalHeading {
        findings = List.copyOf(findings);
    }

    /** Of a document that could not be read. */
    static CanonicalHeading unread() {
        return new CanonicalHeading(Optional.empty(), Optional.empty(), List.of());
    }

    static CanonicalHeading read(CanonicalBatch batch, SourceDocument document, MappingContext context) {
        var findings = new ArrayList<Finding>();
        var members = new HashSet<>(batch.heading().keySet());
        if (batch.type() == MediaType.JSON) {
            members.add("dataset");
            var dataset = text(document.find(new Address.Pointer(JsonPointer.compile("/dataset"))));
            if (!dataset.equals(Optional.of(batch.dataset().id()))) {
                findings.add(error(
                        dataset.isEmpty() ? CanonicalRule.REQUIRED : CanonicalRule.SHAPE,
                        Place.pointer("/dataset"),
                        "dataset应为" + batch.dataset().id(),
                        "dataset must be " + batch.dataset().id()));
            }
        }
        for (var name : document.strangers(members)) {
            findings.add(CanonicalBatch.stranger(name, Place.WHOLE));
        }
        if (batch.type() == MediaType.XML && !isBare(document.find(batch.heading().get(CanonicalBatch.RECORDS)))) {
            findings.add(CanonicalBatch.stranger("text()", place(batch, document, CanonicalBatch.RECORDS)));
        }
        var sender = part(batch, document, "sender", CanonicalRule.SENDER, findings).flatMap(Sender::parse);
        context.sender().filter(known -> sender.isPresent() && !sender.get().equals(known)).ifPresent(known -> findings.add(error(
                CanonicalRule.SENDER,
                place(batch, document, "sender"),
                "写的是%s，报送的是%s".formatted(sender.get(), known),
                "says %s and is delivered by %s".formatted(sender.get(), known))));
        var period = part(batch, document, "period", CanonicalRule.PERIOD, findings)
                .filter(written -> written.matches(MONTH))
                .flatMap(Period::parse);
        period.flatMap(written ->
                        PeriodReader.contradiction(written, context.period(), place(batch, document, "period")))
                .ifPresent(findings::add);
        return new CanonicalHeading(sender, period, findings);
    }

    private static Optional<String> part(
            CanonicalBatch batch, SourceDocument document, String name, StatedRule rule, List<Finding> findings) {
        var answer = document.find(batch.heading().get(name));
        var said = text(answer);
        var isGood = said.filter(written -> written.matches(name.equals("sender") ? "[0-9]{6}" : MONTH))
                .isPresent();
        if (!isGood) {
            var missing = answer instanceof Answer.NoSuchPlace;
            findings.add(error(
                    missing ? CanonicalRule.REQUIRED : rule,
                    place(batch, document, name),
                    name + (missing ? "没有填写" : "的写法不对"),
                    name + (missing ? " is missing" : " is not written as it must be")));
        }
        return said.filter(written -> isGood);
    }

    /** Whether nothing stands there besides the records, which were left out. */
    private static boolean isBare(Answer answer) {
        return text(answer).filter(String::isBlank).isPresent();
    }

    private static Place place(CanonicalBatch batch, SourceDocument document, String name) {
        return switch (document.find(batch.heading().get(name))) {
            case Answer.Found found -> found.place();
            case Answer.NoSuchPlace none -> none.nearest();
            case Answer.Several several -> several.first();
        };
    }

    private static Optional<String> text(Answer answer) {
        return answer instanceof Answer.Found found && found.value() instanceof Value.Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }

    private static Finding error(StatedRule rule, Place at, String zh, String en) {
        return Finding.error(rule.id(), at, new Bilingual(zh, en), rule.clause());
    }
}
