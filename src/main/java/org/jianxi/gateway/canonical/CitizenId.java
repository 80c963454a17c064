package org.jianxi.gateway.canonical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A citizen's identity number that keeps GB 11643: 18 characters, a real date, the right check digit. Never shown whole. */
public record CitizenId(String number) {

    private static final Pattern WRITTEN = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int SHOWN = 6;

    public CitizenId {
        if (!isOne(number)) {
            throw new IllegalArgumentException("Not a citizen's number");
        }
    }

    /** Empty when it is none. Nothing is put right: x is not X here. */
    public static Optional<CitizenId> find(String number) {
        return isOne(number) ? Optional.of(new CitizenId(number)) : Optional.empty();
    }

    private static boolean isOne(String number) {
        return isWritten(number)
                && dateIn(number).isPresent()
                && CheckDigits.citizen(number) == number.charAt(number.length() - 1);
    }

    /** Whether it looks like one: whether it is, its date and its check digit must say. */
    public static boolean isWritten(String number) {
        return WRITTEN.matcher(number).matches();
    }

    /** The day in the digits 7 to 14 of a number that is written like one; empty when there is no such day. */
    public static Optional<LocalDate> dateIn(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The area and nothing of the person. */
    @Override
    public String toString() {
        return number.substring(0, SHOWN) + "************";
    }
}
