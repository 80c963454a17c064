package org.jianxi.gateway.suggest;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * Drafts mappings from samples. It reads the sample, the dictionary and the list of words, and nothing else; the same sample always
 * gives the same draft. Values of a sample are looked at and never written, but for the words of a code table.
 */
public final class Suggester {

    private final Vocabulary vocabulary;
    private final Datasets datasets;
    private final ReportingUnits units;

    private Suggester(Vocabulary vocabulary, Datasets datasets, ReportingUnits units) {
        this.vocabulary = vocabulary;
        this.datasets = datasets;
        this.units = units;
    }

    public static Suggester open(Path home) {
        return new Suggester(Vocabulary.load(home), Datasets.load(home), Divisions.reportingUnits(home));
    }

    /** What a draft is asked for. */
    public sealed interface Asked {
        /** The id that the source shall have. */
        String source();
    }

    /** Of monthly returns, read by the numbers of this edition. */
    public record OfReturn(String source, ReturnForm form) implements Asked {}

    /** Of records, read by the fields of this dataset. */
    public record OfRecords(String source, String dataset) implements Asked {}

    /** The draft; {@link UnreadableDocument} when the sample cannot be read or nothing in it is known. */
    public Suggestion suggest(Asked asked, MediaType type, byte[] sample) throws UnreadableDocument {
        var contents = Contents.open(type, sample);
        return switch (asked) {
            case OfReturn one -> ofReturn(one, contents);
            case OfRecords many -> ofRecords(many, contents);
        };
    }

    private Suggestion ofRecords(OfRecords asked, Contents contents) throws UnreadableDocument {
        var dataset = datasets.find(asked.dataset())
                .filter(Dataset::isOfRecords)
                .orElseThrow(() -> noDataset(asked.dataset()));
        var result = new RecordSuggester(dataset, vocabulary).find(contents).orElseThrow(Suggester::nothingKnown);
        var draft = new RecordDraft(dataset, result).write(asked.source());
        return Suggestion.of(dataset.id(), draft, result.result());
    }

    private UnreadableDocument noDataset(String id) {
        var known = datasets.all().stream().map(Dataset::id).collect(Collectors.joining(", "));
        return new UnreadableDocument(
                DocumentRule.TYPE,
                Place.WHOLE,
                new Bilingual(
                        "没有数据集“%s”，可用的是：%s".formatted(id, known),
                        "There is no dataset \"%s\"; there are: %s".formatted(id, known)));
    }

    private Suggestion ofReturn(OfReturn asked, Contents contents) throws UnreadableDocument {
        var found = new ReturnSuggester(asked.form(), units, vocabulary)
                .find(contents)
                .orElseThrow(Suggester::nothingKnown);
        var draft = new ReturnDraft(asked.form(), units, found).write(asked.source());
        return Suggestion.of(Dataset.MONTHLY_RETURN, draft, found.result());
    }

    private static UnreadableDocument nothingKnown() {
        return new UnreadableDocument(
                DocumentRule.HEADER,
                Place.WHOLE,
                new Bilingual("样例中没有认得的表头或名称，不作推测", "No header or name in the sample is known; nothing is guessed"));
    }
}
