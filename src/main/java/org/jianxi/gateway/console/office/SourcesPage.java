package org.jianxi.gateway.console.office;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.ledger.LatestDeliveries;
import org.jianxi.gateway.pulling.SourceActivity;
import org.jianxi.gateway.pulling.TurnJournal;

/**
 * The delivering systems as they stand.
 *
 * @param problems files that are not in force
 */
public record SourcesPage(List<Row> rows, List<FileProblem> problems) {

    /** @param turn of a source that the gateway asks; empty where the source comes by itself */
    public record Row(Source source, Optional<LatestDeliveries.Latest> delivery, Optional<TurnJournal.Entry> turn) {}

    public SourcesPage {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    static SourcesPage of(Collection<Source> sources, SourceActivity activity, List<FileProblem> problems) {
        return new SourcesPage(
                sources.stream()
                        .map(source -> new Row(
                                source,
                                Optional.ofNullable(activity.deliveries().get(source.id())),
                                Optional.ofNullable(activity.turns().get(source.id()))))
                        .toList(),
                problems);
    }
}
