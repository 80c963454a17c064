package org.jianxi.gateway.mapping;

import java.util.ArrayList;
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
        dataset(batch, document).ifPresent(findings::add);
        for (var name : document.strangers(batch.heading())) {
            findings.add(CanonicalBatch.stranger(name, Place.WHOLE));
        }
        if (batch.type() == MediaType.XML && !isBare(document.find(batch.addressOf(CanonicalBatch.RECORDS)))) {
            findings.add(CanonicalBatch.stranger("text()", place(batch, document, CanonicalBatch.RECORDS)));
        }
        var sender = part(batch, document, CanonicalBatch.SENDER, CanonicalRule.SENDER, findings)
                .flatMap(Sender::parse);
        sender.filter(said -> !said.equals(context.sender().orElse(said)))
                .map(said -> error(
                        CanonicalRule.SENDER,
                        place(batch, document, CanonicalBatch.SENDER),
                        "写的是%s，不是报送的单位".formatted(said),
                        "says %s, who does not deliver it".formatted(said)))
                .ifPresent(findings::add);
        var period = part(batch, document, CanonicalBatch.PERIOD, CanonicalRule.PERIOD, findings)
                .flatMap(Period::parse);
        period.flatMap(said -> PeriodReader.contradiction(
                        said, context.period(), place(batch, document, CanonicalBatch.PERIOD)))
                .ifPresent(findings::add);
        return new CanonicalHeading(sender, period, findings);
    }

    /** In XML the root element says it, and without that no other part is found. */
    private static Optional<Finding> dataset(CanonicalBatch batch, SourceDocument document) {
        if (batch.type() == MediaType.XML) {
            return Optional.empty();
        }
        var said = text(document.find(batch.addressOf(CanonicalBatch.DATASET)));
        return said.equals(Optional.of(batch.dataset().id()))
                ? Optional.empty()
                : Optional.of(error(
                        said.isEmpty() ? CanonicalRule.REQUIRED : CanonicalRule.SHAPE,
                        Place.pointer("/dataset"),
                        "dataset应为" + batch.dataset().id(),
                        "dataset must be " + batch.dataset().id()));
    }

    private static Optional<String> part(
            CanonicalBatch batch, SourceDocument document, String name, StatedRule rule, List<Finding> findings) {
        var answer = document.find(batch.addressOf(name));
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
        return switch (document.find(batch.addressOf(name))) {
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
        return Finding.error(rule, at, new Bilingual(zh, en));
    }
}
