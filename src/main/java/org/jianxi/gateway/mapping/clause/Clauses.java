package org.jianxi.gateway.mapping.clause;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;

/**
 * The clauses that a dataset's records must keep; none for datasets that hold no people.
 *
 * @param trainees whom placements may name
 */
public record Clauses(KnownTrainees trainees) {

    private static final String TRAINEE_ID = "traineeId";

    /** Everything in one record that keeps a clause not; fields without a value are passed over. */
    public Stream<Broken> judge(CanonicalRecord content) {
        return switch (content.dataset()) {
            case "trainees" -> new TraineeCategory(content).judge().stream();
            case "placements" ->
                Stream.of(
                                PlacementTerm.judge(content),
                                signed(content).stream(),
                                new PlacementEnd(content).judge(),
                                new PlacementStatus(content).judge().stream(),
                                content.text(TRAINEE_ID).stream().flatMap(id -> eligible(content, id)))
                        .flatMap(broken -> broken);
            default -> Stream.empty();
        };
    }

    private static Optional<Broken> signed(CanonicalRecord placement) {
        return placement
                .day(Eligibility.SIGNED)
                .filter(signed -> placement
                        .day(PlacementTerm.START)
                        .filter(signed::isAfter)
                        .isPresent())
                .map(late -> Broken.of(
                        ClauseRule.SIGNED,
                        Eligibility.SIGNED,
                        "晚于到岗日期；见习协议应先签订，请核对两个日期",
                        "is after the first day in post: the agreement comes first; check both days"));
    }

    private Stream<Broken> eligible(CanonicalRecord placement, String traineeId) {
        if (!trainees.canTell()) {
            return Stream.empty();
        }
        return trainees.find(traineeId)
                .map(facts -> new Eligibility(placement, facts).judge())
                .orElseGet(
                        () -> Stream.of(
                                Broken.of(
                                        ClauseRule.TRAINEE,
                                        TRAINEE_ID,
                                        "不在已报送的见习人员中，年龄和毕业年限没有核对；请报送trainees",
                                        "is no trainee that was delivered, so age and the two years were not checked: deliver trainees")));
    }
}
