package org.jianxi.gateway.registries.extracts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.canonical.Folded;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.registries.marks.Hardship;

/**
 * Gathers whoever stands in an extract by name and birth date, and without a number. What columns do not say, a number with a wrong digit
 * may: its day and its division. Held in memory while the extract is taken in, so there is an end to how many. For one file.
 */
final class NumberlessRows {

    /** Some 50 MB. More than that nobody could look at either. */
    static final int MOST = 100_000;

    private static final Pattern DAY = Pattern.compile("([0-9]{4})\\D?([0-9]{1,2})\\D?([0-9]{1,2})\\D?(?:\\s.*|T.*)?");
    private static final Pattern DIVISION = Pattern.compile("([1-9][0-9]{5})(?:[0-9]{3}|[0-9]{6})?");
    private static final int DIGITS_OF_DIVISION = 6;

    private final List<NumberlessRow> rows = new ArrayList<>();
    private long left;

    /** Of a member whose number is none; whoever has no name or neither day nor place cannot be found and is not kept. */
    void take(long line, MemberForm member, ExtractRow row, HardshipWord word) throws RefusedExtract {
        var name = row.text(member.name()).strip();
        var number = Folded.text(row.text(member.idNumber())).strip();
        var birthDate = day(text(row, member.birthDate())).or(() -> dayOf(number));
        var division = division(text(row, member.division())).or(() -> divisionOf(number));
        if (name.isEmpty() || (birthDate.isEmpty() && division.isEmpty())) {
            return;
        }
        if (rows.size() == MOST) {
            left++;
            return;
        }
        rows.add(new NumberlessRow(line, number, name, birthDate, division, hardship(word)));
    }

    private static String text(ExtractRow row, Optional<Address.Column> column) throws RefusedExtract {
        return column.isEmpty() ? "" : row.text(column.get()).strip();
    }

    private static Hardship hardship(HardshipWord word) {
        return HardshipWord.together(List.of(word.tidied().written()));
    }

    /** A day as offices write it. */
    static Optional<LocalDate> day(String text) {
        var found = DAY.matcher(Folded.text(text));
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> dayOf(String number) {
        return CitizenId.isWritten(number) ? CitizenId.dateIn(number) : Optional.empty();
    }

    private static Optional<String> division(String text) {
        var found = DIVISION.matcher(Folded.text(text));
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<String> divisionOf(String number) {
        return CitizenId.isWritten(number) ? Optional.of(number.substring(0, DIGITS_OF_DIVISION)) : Optional.empty();
    }

    List<NumberlessRow> rows() {
        return List.copyOf(rows);
    }

    /** How many found no room. */
    long left() {
        return left;
    }
}
