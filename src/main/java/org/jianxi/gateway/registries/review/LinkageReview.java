package org.jianxi.gateway.registries.review;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.records.DescribedTrainees;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.TraineeDescription;
import org.jianxi.gateway.registries.extracts.NumberlessRow;
import org.jianxi.gateway.registries.extracts.RowReview;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.linkage.Candidate;
import org.jianxi.gateway.registries.linkage.Described;
import org.jianxi.gateway.registries.linkage.People;
import org.jianxi.gateway.registries.linkage.Search;
import org.jianxi.gateway.registries.linkage.Weights;
import org.jianxi.gateway.registries.snapshot.SnapshotMatch;
import org.jianxi.gateway.registries.snapshot.Token;
import org.jianxi.gateway.registries.snapshot.TokenPeople;
import org.jianxi.gateway.signing.PersonTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks among an extract's rows without a number for trainees whose number it has not, a page of them at a time. Nobody is opened where every
 * row has a number, nor anybody whose number stands there. What is found waits for a person.
 */
public final class LinkageReview implements RowReview {

    private static final Logger LOG = LoggerFactory.getLogger(LinkageReview.class);

    /** So many sealed records are held at once, some 20 MB. */
    private static final int PAGE = 20_000;

    private static final byte[] NO_NAME = new byte[6];

    private final Supplier<Weights> weights;
    private final NameForms names;
    private final DescribedTrainees trainees;
    private final ReviewQueue queue;
    private final Clock clock;

    /** @param weights read anew for each extract */
    public LinkageReview(
            Supplier<Weights> weights, NameForms names, DescribedTrainees trainees, ReviewQueue queue, Clock clock) {
        this.weights = weights;
        this.names = names;
        this.trainees = trainees;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void look(Taken taken) throws IOException {
        var found = taken.rows().isEmpty() ? 0 : search(taken);
        queue.gone(taken.registry(), taken.of(), clock.instant());
        if (!taken.rows().isEmpty()) {
            LOG.info(
                    "{} of {}: {} rows without a number looked through, {} candidates, {} rows left out",
                    taken.registry(),
                    taken.of().day(),
                    taken.rows().size(),
                    found,
                    taken.left());
        }
    }

    private int search(Taken taken) throws IOException {
        var comparison = new Comparing(taken, weights.get(), trainees.keys().tokens());
        var found = 0;
        var page = trainees.page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            var candidates = comparison.with(opened(page, taken));
            queue.take(taken.registry(), taken.of(), candidates, clock.instant());
            found += candidates.size();
            page = trainees.page(Optional.of(page.getLast().person().person()), PAGE);
        }
        return found;
    }

    private List<TraineeDescription> opened(List<DescribedTrainees.Sealed> page, Taken taken) throws IOException {
        var listed = new BitSet();
        new SnapshotMatch(taken.numbers(), tokens(page)).find(1, (row, result, word) -> listed.set(row));
        var missing = new ArrayList<DescribedTrainees.Sealed>();
        for (var row = listed.nextClearBit(0); row < page.size(); row = listed.nextClearBit(row + 1)) {
            missing.add(page.get(row));
        }
        return trainees.open(missing, reason(taken), clock.instant());
    }

    private static TokenPeople tokens(List<DescribedTrainees.Sealed> page) {
        return new TokenPeople(page.stream()
                .map(one -> Optional.of(Token.of(one.person().person().bytes(), NO_NAME)))
                .toList());
    }

    private static LookReason reason(Taken taken) {
        return new LookReason(
                "gateway",
                "与无号码的登记行按姓名、出生日期、户籍地查找 search by name, birth date and place: " + taken.registry(),
                Optional.empty());
    }

    /** One extract's rows, to be compared with page after page. For one thread. */
    private final class Comparing {

        private final Taken taken;
        private final Weights weights;
        private final List<Described> listed;
        private final PersonTokens tokens;

        Comparing(Taken taken, Weights weights, PersonTokens tokens) {
            this.taken = taken;
            this.weights = weights;
            this.tokens = tokens;
            this.listed = taken.rows().stream()
                    .map(row -> new Described(names.comparable(row.name()), row.birthDate(), row.division()))
                    .toList();
        }

        List<ReviewQueue.Found> with(List<TraineeDescription> ours) {
            var people = new People();
            for (var at = 0; at < ours.size(); at++) {
                var one = ours.get(at);
                people.add(at + 1, new Described(names.comparable(one.name()), one.birthDate(), one.division()));
            }
            var search = new Search(weights, people, taken.registry().value());
            search.passed(taken.entries());
            for (var at = 0; at < listed.size(); at++) {
                // several members of a household stand in one line, so a row is known by its place among these
                search.row(at, listed.get(at), "");
            }
            var found = new LinkedHashMap<String, ReviewQueue.Found>();
            for (var candidate : search.candidates()) {
                var one = found(ours.get(candidate.row() - 1).person(), candidate);
                // a row that stands there twice is one question
                found.putIfAbsent(candidate.row() + HexFormat.of().formatHex(one.row()), one);
            }
            return List.copyOf(found.values());
        }

        private ReviewQueue.Found found(Digest person, Candidate candidate) {
            var row = taken.rows().get((int) candidate.line());
            return new ReviewQueue.Found(
                    person, token(row, (int) candidate.line()), row.line(), candidate.why(), RowDescription.of(row));
        }

        /** Of what tells this row from another; not of its line, which the next extract changes. */
        private byte[] token(NumberlessRow row, int at) {
            return tokens.ofRecord(List.of(
                    "linkage",
                    taken.registry().value(),
                    row.number(),
                    listed.get(at).name(),
                    row.birthDate().map(Object::toString).orElse(""),
                    row.division().orElse("")));
        }
    }
}
