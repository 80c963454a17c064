package org.jianxi.gateway.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.ContentKind;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.conversion.SenderReader;

/**
 * Runs a mapping over a document: the return in it with the place of each figure, and everything that is wrong, at once.
 *
 * <p>Keeps nothing, reads no clock, opens no file and no connection. Reading ends after 8 seconds whatever the document.
 */
public final class Mapper {

    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final TimeLimit time;

    public Mapper() {
        this.time = new TimeLimit(LIMIT);
    }

    /**
     * The draft in {@code content}. A mapping of a canonical format maps nothing: whoever reads canonical documents reads
     * those, and asking here is an {@link IllegalArgumentException}.
     */
    public Mapped map(MappingFile mapping, byte[] content, MappingContext context) {
        if (mapping.format().isCanonical()) {
            throw new IllegalArgumentException(mapping.source() + " sends the canonical form; it needs no mapper");
        }
        try {
            return time.within(() -> read(mapping, content, context));
        } catch (UnreadableDocument unreadable) {
            return new Mapped.Unreadable(List.of(unreadable.toFinding()));
        }
    }

    private static void check(MappingFile mapping, byte[] content, MappingContext context) throws UnreadableDocument {
        var agreed = mapping.mediaType();
        if (context.declared() != agreed) {
            throw new UnreadableDocument(
                    DocumentRule.TYPE,
                    Place.WHOLE,
                    new Bilingual(
                            "约定的类型是%s，声明的是%s"
                                    .formatted(
                                            agreed.extension(),
                                            context.declared().extension()),
                            "The agreed type is %s, declared is %s"
                                    .formatted(
                                            agreed.extension(),
                                            context.declared().extension())));
        }
        ContentKind.check(agreed, content);
    }

    /** The same without a limit of time, for a reader that has one already. */
    static Mapped read(MappingFile mapping, byte[] content, MappingContext context) throws UnreadableDocument {
        check(mapping, content, context);
        var reading = mapping.ofReturn();
        var senders = new SenderReader(reading.sender(), context.units());
        var document = new DocumentReader(reading, senders, context).read(content);
        var findings = new ArrayList<>(document.remarks());
        var sender = senders.read(document, context.sender());
        findings.addAll(sender.findings());
        var period = new PeriodReader(reading.period()).read(document, context.period());
        findings.addAll(period.findings());

        var amounts = new TreeMap<Integer, Long>();
        var places = new TreeMap<Integer, Place>();
        var columns = new TreeMap<Integer, Place>();
        var figures = new FigureReader(reading.numbers());
        for (var rule : reading.figures()) {
            var number = rule.indicator().number();
            var figure = figures.read(rule, document);
            figure.amount().ifPresent(amount -> amounts.put(number, amount));
            if (figure.amount().isPresent() && rule.isColumn()) {
                columns.put(number, figure.place());
            }
            figure.finding().ifPresent(findings::add);
            places.put(number, figure.place());
        }
        findings.addAll(sharedPlaces(columns));
        findings.addAll(reading.checks().findings(document, Figures.of(amounts), places));
        var draft = new Draft(
                Optional.of(reading.form().id()),
                period.period(),
                sender.sender(),
                Figures.of(amounts),
                places,
                List.of());
        return new Mapped.Read(draft, findings);
    }

    /** Two figures read from one cell of a table: its header has lost a column. */
    private static List<Finding> sharedPlaces(Map<Integer, Place> columns) {
        var first = new HashMap<Place, Integer>();
        var findings = new ArrayList<Finding>();
        columns.forEach((number, place) -> {
            var before = first.putIfAbsent(place, number);
            if (before != null) {
                findings.add(Finding.error(
                        DocumentRule.HEADER,
                        place.forIndicator(number),
                        new Bilingual(
                                "指标%d和指标%d读到同一列，请核对表头".formatted(before, number),
                                "Indicators %d and %d read one column; check the header".formatted(before, number))));
            }
        });
        return findings;
    }
}
