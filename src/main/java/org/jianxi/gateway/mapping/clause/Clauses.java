package org.jianxi.gateway.mapping.clause;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Sender;

/** The clauses that the records of one batch must keep, by themselves, among each other and with what was delivered before. */
public final class Clauses {

    private static final String TRAINEE_ID = "traineeId";
    private static final String MENTOR = "mentorId";

    private final Optional<Sender> sender;
    private final KnownTrainees trainees;
    private final SeenInBatch batch = new SeenInBatch();

    /**
     * @param sender whose records they are; empty while nobody knows
     * @param trainees whom placements may name, and what else was told of before
     */
    public Clauses(Optional<Sender> sender, KnownTrainees trainees) {
        this.sender = sender;
        this.trainees = trainees;
    }

    /** Of records by themselves. */
    public static Clauses alone() {
        return new Clauses(Optional.empty(), KnownTrainees.NONE);
    }

    /** Everything in one record that keeps a clause not; fields without a value are passed over. */
    public Stream<Broken> judge(CanonicalRecord content) {
        return switch (content.dataset()) {
            case "trainees" -> new TraineeCategory(content).judge().stream();
            case "placements" -> placement(content);
            case "units" ->
                joined(DayOrder.judge(content), OwnOffice.judge(content, sender), UnitStatus.judge(content));
            case "posts" ->
                joined(
                        DayOrder.judge(content),
                        PostPublicity.judge(content),
                        references(content).judge());
            case "payments" -> payment(content);
            case "matching-events" -> joined(DayOrder.judge(content), OwnOffice.judge(content, sender));
            default -> joined(DayOrder.judge(content), references(content).judge());
        };
    }

    private Stream<Broken> placement(CanonicalRecord content) {
        return joined(
                PlacementTerm.judge(content),
                signed(content).stream(),
                new PlacementEnd(content).judge(),
                new PlacementStatus(content).judge().stream(),
                mentored(content).stream(),
                references(content).judge(),
                batch.headcount(content, references(content).named("postId")).stream(),
                content.text(TRAINEE_ID).stream().flatMap(id -> eligible(content, id)));
    }

    private Stream<Broken> payment(CanonicalRecord content) {
        return joined(
                DayOrder.judge(content),
                new PaymentTerms(content).judge(),
                references(content).judge(),
                references(content)
                        .named("placementId")
                        .flatMap(placement -> new PaidPlacement(content, placement).judge())
                        .stream(),
                batch.claim(content));
    }

    private References references(CanonicalRecord content) {
        return new References(content, trainees);
    }

    @SafeVarargs
    private static Stream<Broken> joined(Stream<Broken>... parts) {
        return Stream.of(parts).flatMap(part -> part);
    }

    private static Optional<Broken> mentored(CanonicalRecord placement) {
        return placement
                .text("status")
                .filter(status ->
                        status.equals("IN_POST") && placement.find(MENTOR).isEmpty())
                .map(without -> Broken.of(
                        ClauseRule.MENTOR,
                        MENTOR,
                        "没有填写；在岗的见习人员应有带教老师，请补填",
                        "is not stated: whoever is in post has a mentor"));
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
