package org.jianxi.gateway.mapping.clause;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;

/**
 * Whether a trainee's category (云人社发〔2023〕18号 三) is what the other fields say. Only a warning: classes of technical schools that
 * count as college, and codes of an office's own, are settled by people.
 */
record TraineeCategory(CanonicalRecord trainee) {

    private static final String FIELD = "category";
    /** GB/T 4658: postgraduate, undergraduate, college. */
    private static final Predicate<String> COLLEGE =
            Pattern.compile("[123][0-9]").asMatchPredicate();
    /** GB/T 4658: secondary vocational. */
    private static final Predicate<String> VOCATIONAL =
            Pattern.compile("4[0-9]").asMatchPredicate();

    Optional<Broken> judge() {
        var education = trainee.text("education");
        return switch (trainee.text(FIELD).orElse("")) {
            case TraineeFacts.COLLEGE_GRADUATE ->
                education
                        .filter(COLLEGE.negate())
                        .map(code -> broken(
                                "为高校毕业生，但学历不是大专及以上；请核对类别和学历",
                                "says college graduate, but the education is below college: check both"));
            case TraineeFacts.VOCATIONAL_GRADUATE ->
                education
                        .filter(VOCATIONAL.negate())
                        .map(code -> broken(
                                "为中职毕业生，但学历不是中等职业教育；请核对类别和学历",
                                "says secondary vocational graduate, but the education is another: check both"));
            case TraineeFacts.UNEMPLOYED_YOUTH ->
                trainee.find("unemploymentRegistered")
                        .filter(new FieldValue.Truth(false)::equals)
                        .map(
                                no -> broken(
                                        "为失业青年，但没有失业登记；请核对，或先办理失业登记",
                                        "says unemployed young person, but there is no registration as unemployed: check, or register first"));
            default -> Optional.empty();
        };
    }

    private static Broken broken(String zh, String en) {
        return Broken.of(ClauseRule.CATEGORY, FIELD, zh, en);
    }
}
