package org.jianxi.gateway.flow;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.flow.ReplayCandidate.Mapping;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.mapping.MappingFile;

/** What a verdict would have rested on with the candidate in force: the recorded ground, the candidate in its place. */
final class CandidateGrounds {

    private final ReplayCandidate candidate;
    private final Grounds recorded;
    private final Function<String, Optional<MappingFile>> official;
    private final Optional<WorkingCalendar> calendar;
    private final Map<Ground.Rules, MappingFile> candidateBeside = new IdentityHashMap<>();

    /** @param official the mapping in force that reads the official workbook for everybody */
    CandidateGrounds(ReplayCandidate candidate, Grounds recorded, Function<String, Optional<MappingFile>> official) {
        this.candidate = candidate;
        this.recorded = recorded;
        this.official = official;
        this.calendar = candidate.calendar().map(CalendarFiles::read);
    }

    /** Whether it may have a say about this delivery, as far as can be told without what the verdict rested on. */
    boolean mayConcern(StoredSubmission submission) {
        return candidate.concernsAll()
                || candidate
                        .mapping()
                        .filter(mapping -> isOwn(mapping.file(), submission) || isOfficial(mapping.file()))
                        .isPresent();
    }

    /** Whether it has a say about this delivery at all. */
    boolean concern(StoredSubmission submission, Ground then) {
        return candidate.concernsAll()
                || candidate
                        .mapping()
                        .filter(mapping -> isFor(mapping, submission, then))
                        .isPresent();
    }

    /** The candidate, where it reads such records of this source. */
    Optional<MappingFile> ofRecords(StoredSubmission submission) {
        return candidate
                .mappings()
                .filter(file -> file.isOfRecords() && file.dataset().equals(submission.dataset()))
                .filter(file -> isOwn(file, submission))
                .findFirst();
    }

    Ground of(StoredSubmission submission, Ground then) throws NotReproducible {
        var rules = then.rules();
        if (candidate.form().isPresent()) {
            rules = recorded.rules(
                    submission.decision().versions().definition(),
                    candidate.form().get());
        }
        return new Ground(rules, mapping(submission, then, rules), calendar.orElse(then.calendar()));
    }

    private Optional<MappingFile> mapping(StoredSubmission submission, Ground then, Ground.Rules rules)
            throws NotReproducible {
        var tried = candidate.mapping().filter(mapping -> isFor(mapping, submission, then));
        if (tried.isPresent()) {
            return chosen(submission, then, beside(tried.get(), rules));
        }
        return candidate.form().isPresent()
                ? recorded.mapping(submission.decision().versions().mapping(), rules.forms())
                : then.mapping();
    }

    /** The choice the gateway makes, with the candidate as the source's own mapping or as the official one. */
    private Optional<MappingFile> chosen(StoredSubmission submission, Ground then, MappingFile tried) {
        var type = submission.arrival().mediaType();
        if (isOfficial(tried) && !isOwn(tried, submission)) {
            return MappingShelf.choose(then.mapping().filter(own -> !isOfficial(own)), type, () -> Optional.of(tried));
        }
        return MappingShelf.choose(
                Optional.of(tried),
                type,
                () -> then.mapping()
                        .filter(CandidateGrounds::isOfficial)
                        .or(() -> official.apply(submission.dataset())));
    }

    private MappingFile beside(Mapping tried, Ground.Rules rules) throws NotReproducible {
        var known = candidateBeside.get(rules);
        if (known != null) {
            return known;
        }
        var read = Grounds.read(tried.bytes(), rules.forms());
        candidateBeside.put(rules, read);
        return read;
    }

    private static boolean isFor(Mapping mapping, StoredSubmission submission, Ground then) {
        var file = mapping.file();
        return file.dataset().equals(submission.dataset())
                && (isOwn(file, submission)
                        || isOfficial(file)
                                && then.mapping()
                                        .filter(CandidateGrounds::isOfficial)
                                        .isPresent());
    }

    private static boolean isOwn(MappingFile file, StoredSubmission submission) {
        return file.source().equals(submission.arrival().source());
    }

    private static boolean isOfficial(MappingFile file) {
        return file.source().equals(MappingShelf.OFFICIAL);
    }
}
