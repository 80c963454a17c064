package org.jianxi.gateway.records;

import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.canonical.Digest;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a list without numbers could know a trainee of ours by.
 *
 * @param person token of the citizen's number
 * @param name as it was delivered
 * @param division of registration, GB/T 2260, six digits; the one in the number where the record names none
 */
public record TraineeDescription(Digest person, String name, Optional<LocalDate> birthDate, Optional<String> division) {

    private static final String DIVISION = "[1-9][0-9]{5}";
    private static final int DIGITS_OF_DIVISION = 6;

    /** @param json a trainee's record as its leaf holds it */
    public static TraineeDescription read(Digest person, String json) {
        var tree = JsonMapper.shared().readTree(json);
        var citizen = CitizenId.find(tree.path("idNumber").asString(""));
        var registered = Optional.of(tree.path("registeredDivision").asString(""));
        return new TraineeDescription(
                person,
                tree.path("name").asString(""),
                citizen.flatMap(known -> CitizenId.dateIn(known.number())),
                registered
                        .filter(code -> code.matches(DIVISION))
                        .or(() -> citizen.map(known -> known.number().substring(0, DIGITS_OF_DIVISION))));
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "TraineeDescription";
    }
}
