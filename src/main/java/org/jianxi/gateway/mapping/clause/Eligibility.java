package org.jianxi.gateway.mapping.clause;

import static org.jianxi.gateway.mapping.clause.PlacementTerm.START;

import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;

/**
 * Whether a trainee may take this placement (云人社发〔2023〕18号 三): a graduate within two years of the diploma's issue, an unemployed
 * young person at 16 to 24.
 */
record Eligibility(CanonicalRecord placement, TraineeFacts trainee) {

    static final String SIGNED = "agreementSignedOn";

    private static final int YOUNGEST = 16;
    private static final int TOO_OLD = 25;
    private static final int YEARS = 2;

    Stream<Broken> judge() {
        return Stream.of(graduated(), age()).flatMap(Optional::stream);
    }

    private Optional<Broken> graduated() {
        if (!trainee.isGraduate()) {
            return Optional.empty();
        }
        return trainee.graduatedOn()
                .flatMap(issued -> placement.day(START).filter(start -> start.isAfter(issued.plusYears(YEARS))))
                .map(late -> Broken.of(
                        ClauseRule.TWO_YEARS,
                        START,
                        "距毕业证书签发已超过2年；请核对到岗日期和毕业日期，符合失业青年条件的按该类别报送",
                        "is more than two years after the diploma was issued: check both days; who is eligible as an unemployed young person"
                                + " is stated as such"));
    }

    private Optional<Broken> age() {
        if (!trainee.isUnemployedYouth()) {
            return Optional.empty();
        }
        return trainee.birthDate()
                .flatMap(born -> placement
                        .day(SIGNED)
                        .map(signed -> Period.between(born, signed).getYears()))
                .filter(age -> age < YOUNGEST || age >= TOO_OLD)
                .map(
                        age -> Broken.of(
                                ClauseRule.AGE,
                                SIGNED,
                                age < YOUNGEST ? "当日该见习人员未满16周岁；请核对协议日期和出生日期" : "当日该见习人员已满25周岁；请核对协议日期、出生日期和类别",
                                age < YOUNGEST
                                        ? "is a day on which the trainee was under 16: check it and the birth date"
                                        : "is a day on which the trainee was 25 or older: check it, the birth date and the category"));
    }
}
