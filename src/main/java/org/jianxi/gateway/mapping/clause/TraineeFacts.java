package org.jianxi.gateway.mapping.clause;

import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.CitizenId;

/**
 * What must be known of a trainee to judge a placement.
 *
 * @param category 01, 02 or 03
 * @param birthDate as the identity number says where it is a citizen's, else as stated
 * @param graduatedOn the day the diploma was issued
 */
public record TraineeFacts(String category, Optional<LocalDate> birthDate, Optional<LocalDate> graduatedOn) {

    static final String COLLEGE_GRADUATE = "01";
    static final String VOCATIONAL_GRADUATE = "02";
    /** 16至24岁失业青年. */
    public static final String UNEMPLOYED_YOUTH = "03";

    /** Of a record of the dataset {@code trainees}. */
    public static TraineeFacts of(CanonicalRecord trainee) {
        return told(
                trainee.text("category").orElse(""),
                trainee.text("idNumber").flatMap(CitizenId::find),
                trainee.day("birthDate"),
                trainee.day("graduatedOn"));
    }

    /** @param stated the birth date as the record states it, which counts where there is no citizen's number */
    public static TraineeFacts told(
            String category, Optional<CitizenId> citizen, Optional<LocalDate> stated, Optional<LocalDate> graduatedOn) {
        var birthDate =
                citizen.flatMap(number -> CitizenId.dateIn(number.number())).or(() -> stated);
        return new TraineeFacts(category, birthDate, graduatedOn);
    }

    boolean isGraduate() {
        return category.equals(COLLEGE_GRADUATE) || category.equals(VOCATIONAL_GRADUATE);
    }

    /** Only such a one's age is asked about. */
    public boolean isUnemployedYouth() {
        return category.equals(UNEMPLOYED_YOUTH);
    }

    /** Holds a person's days. */
    @Override
    public String toString() {
        return "TraineeFacts[…]";
    }
}
