package org.jianxi.gateway.flow.people;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.Areas;
import org.jianxi.gateway.mapping.CanonicalBatch;
import org.jianxi.gateway.mapping.CanonicalHeading;
import org.jianxi.gateway.mapping.MappingContext;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.RecordMapper;
import org.jianxi.gateway.mapping.RecordSink;
import org.jianxi.gateway.mapping.clause.ClauseRule;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.mapping.notation.Definitions;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.validation.HeadingRule;

/** Reads batches of people's records to judge them, and gives the good records to whoever keeps them: large batches are read again for that. */
public final class BatchReading {

    /** Those whose records name others. */
    private static final Set<String> NAMING = Set.of("placements", "posts", "mentors", "payments", "post-publications");

    /** Ids of rules that rest on what stands when a batch is read. */
    public static final Set<String> OF_STANDING = Stream.concat(
                    ClauseRule.OF_KNOWN.stream().map(ClauseRule::id), Stream.of(BatchRule.FEWER.id()))
            .collect(Collectors.toUnmodifiableSet());

    private final Dictionary dictionary;
    private final Map<String, Digest> definitions;
    private final TraineesOf trainees;
    private final RecordMapper mapper = new RecordMapper();

    /**
     * @param definitions SM3 of each dataset's file, by the dataset's id
     * @param trainees whom placements may name
     */
    public BatchReading(Dictionary dictionary, Map<String, Digest> definitions, TraineesOf trainees) {
        this.dictionary = dictionary;
        this.definitions = Map.copyOf(definitions);
        this.trainees = trainees;
    }

    /** Whether a dataset's records are people's, and are kept. */
    public boolean takes(String dataset) {
        return dictionary.datasets().canonical().stream()
                .anyMatch(one -> one.id().equals(dataset));
    }

    /** @param mapping the source's own; empty reads the canonical form */
    public BatchRead read(BatchPaper paper, Optional<MappingFile> mapping) {
        var read = new BatchFindings();
        var known = known(paper);
        var context = context(paper).of(known);
        var heading = mapping.map(file -> mapped(paper, file, context, read))
                .orElseGet(() -> canonical(paper, context, read));
        var sender = heading.sender().or(paper::sender);
        var period = heading.period().or(paper::period);
        missing(paper, sender, HeadingRule.SENDER_MISSING, "没有说明填报单位", "nothing says whose batch it is")
                .ifPresent(read::finding);
        missing(paper, period, HeadingRule.PERIOD_MISSING, "没有说明月份", "nothing says of which month it is")
                .ifPresent(read::finding);
        BatchRemarks.notAgreed(paper, read).ifPresent(read::finding);
        BatchRemarks.fewer(paper, known, read).ifPresent(read::finding);
        var stands = !read.isWholeBad() && read.good() > 0 && (read.bad().isEmpty() || paper.setsAside());
        return new BatchRead(
                dictionary.datasets().find(paper.dataset()).orElseThrow(),
                Objects.requireNonNull(definitions.get(paper.dataset())),
                paper,
                mapping,
                sender,
                period,
                findings(paper, read),
                stands,
                read.good(),
                read.bad(),
                read.held());
    }

    /** Gives each record that stands to the taker, in order; throws {@link IllegalStateException} unless they are those that were counted. */
    public void again(BatchRead batch, RecordStore.Taker taker) {
        var good = new GoodRecords(batch.aside(), taker);
        batch.held().ifPresentOrElse(records -> mapper.again(records, good), () -> reread(batch, good));
        if (good.given() != batch.good()) {
            throw new IllegalStateException(
                    "A second reading found " + good.given() + " records that stand, not " + batch.good());
        }
    }

    private void reread(BatchRead batch, RecordSink good) {
        batch.mapping()
                .ifPresentOrElse(
                        file -> mapper.map(file, content(batch.paper()), context(batch.paper()), good),
                        () -> canonical(batch.paper(), context(batch.paper()), good));
    }

    /** Reads the same and looks nobody up: clauses that need the trainee behind a placement are not judged. */
    public BatchReading alone() {
        return new BatchReading(dictionary, definitions, sender -> KnownTrainees.NONE);
    }

    /** A mapping that was kept, read by the dictionary in force; throws {@link FileProblem} where it does not fit that. */
    public MappingFile kept(byte[] mapping, ReturnForms forms) {
        return MappingFile.kept("mapping", mapping, Definitions.of(forms, dictionary), Sm3::of);
    }

    /** Asked at the first reading only: what it said of a record is settled when the record is written. */
    private KnownTrainees known(BatchPaper paper) {
        return NAMING.contains(paper.dataset()) || paper.delivers() == Delivers.FULL
                ? paper.sender().map(trainees::sender).orElse(KnownTrainees.NONE)
                : KnownTrainees.NONE;
    }

    private CanonicalHeading mapped(BatchPaper paper, MappingFile file, MappingContext context, RecordSink sink) {
        mapper.map(file, content(paper), context, sink);
        return new CanonicalHeading(Optional.empty(), Optional.empty(), List.of());
    }

    private CanonicalHeading canonical(BatchPaper paper, MappingContext context, RecordSink sink) {
        return CanonicalBatch.of(paper.dataset(), paper.type(), dictionary)
                .map(form -> mapper.canonical(form, content(paper), context, sink))
                .orElseGet(() -> {
                    sink.finding(noMapping(paper));
                    return new CanonicalHeading(Optional.empty(), Optional.empty(), List.of());
                });
    }

    private static Finding noMapping(BatchPaper paper) {
        var type = paper.type().extension();
        return Finding.error(
                DocumentRule.TYPE,
                Place.WHOLE,
                new Bilingual(
                        "没有读取%s的映射；规范格式为json或xml".formatted(type),
                        "No mapping reads %s; the canonical form is json or xml".formatted(type)));
    }

    private static List<Finding> findings(BatchPaper paper, BatchFindings read) {
        var findings = new ArrayList<Finding>();
        var bad = read.bad().cardinality();
        if (paper.setsAside() && bad > 0 && !read.isWholeBad()) {
            findings.add(read.good() > 0 ? BatchRemarks.setAside(bad, read.records()) : BatchRemarks.noneLeft());
        }
        findings.addAll(read.all());
        return findings;
    }

    private static Optional<Finding> missing(
            BatchPaper paper, Optional<?> said, StatedRule rule, String zh, String en) {
        return said.isPresent()
                ? Optional.empty()
                : Optional.of(Finding.error(
                        rule,
                        Place.WHOLE,
                        new Bilingual(
                                zh + "，请在报送时写明",
                                en + "; say it beside the " + paper.type().extension())));
    }

    private MappingContext context(BatchPaper paper) {
        return new MappingContext(
                paper.type(),
                paper.period(),
                paper.sender(),
                dictionary.offices(),
                new Areas(paper.areas()),
                KnownTrainees.NONE);
    }

    private static Content content(BatchPaper paper) {
        return new Content.InMemory(paper.content());
    }

    /** Lets the bad ones pass by. */
    private static final class GoodRecords implements RecordSink {

        private final BitSet aside;
        private final RecordStore.Taker taker;
        private long given;

        GoodRecords(BitSet aside, RecordStore.Taker taker) {
            this.aside = aside;
            this.taker = taker;
        }

        @Override
        public void record(CanonicalRecord content) {
            if (!aside.get(Math.toIntExact(content.number()))) {
                given++;
                try {
                    taker.take(content);
                } catch (java.io.IOException unwritable) {
                    throw new java.io.UncheckedIOException(unwritable);
                }
            }
        }

        @Override
        public boolean judges() {
            return false;
        }

        @Override
        public void finding(Finding finding) {
            // told at the first reading
        }

        @Override
        public int mostFindings() {
            return Integer.MAX_VALUE;
        }

        long given() {
            return given;
        }
    }
}
