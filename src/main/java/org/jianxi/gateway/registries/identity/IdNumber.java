package org.jianxi.gateway.registries.identity;

import java.util.Locale;
import java.util.Optional;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.canonical.Folded;

/**
 * Whose number was written: full-width, with blanks, an apostrophe or a small x, of 15 digits, or inside the number of a disability
 * certificate. Nothing is guessed: a wrong digit or a letter O is no number.
 *
 * @param certificate what the digits behind the 18 say, where the number of a disability certificate was written
 */
public record IdNumber(CitizenId citizen, Optional<DisabilityCertificate> certificate) {

    private static final int OLD = 15;
    private static final int NEW = 18;

    /** Far longer than any number with blanks in it: what is longer is not looked at. */
    private static final int LONGEST = 64;

    /** People older than a century had these at the end of a number of 15 digits. */
    private static final String OF_CENTENARIANS = "99[6-9]";

    /** Empty when no citizen's number that keeps GB 11643 stands there. */
    public static Optional<IdNumber> read(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        var number = isPlain(written) ? written : tidied(written);
        return switch (number.length()) {
            case OLD -> lengthened(number).map(IdNumber::bare);
            case NEW -> CitizenId.find(number).map(IdNumber::bare);
            default -> ofCertificate(number);
        };
    }

    private static IdNumber bare(CitizenId citizen) {
        return new IdNumber(citizen, Optional.empty());
    }

    private static boolean isPlain(String written) {
        for (var at = 0; at < written.length(); at++) {
            var one = written.charAt(at);
            if ((one < '0' || one > '9') && one != 'X') {
                return false;
            }
        }
        return true;
    }

    private static String tidied(String written) {
        var number = Folded.text(written).replace(" ", "").toUpperCase(Locale.ROOT);
        return number.startsWith("'")
                        || number.startsWith("`")
                        || number.startsWith("\u2019")
                        || number.startsWith("\u2018")
                ? number.substring(1)
                : number;
    }

    /** GB 11643-1999: the century goes before the year, the check digit to the end. */
    private static Optional<CitizenId> lengthened(String old) {
        if (!old.matches("[1-9][0-9]{14}")) {
            return Optional.empty();
        }
        var century = old.substring(12).matches(OF_CENTENARIANS) ? "18" : "19";
        var first17 = old.substring(0, 6) + century + old.substring(6);
        return CitizenId.find(first17 + CheckDigits.citizen(first17));
    }

    private static Optional<IdNumber> ofCertificate(String number) {
        return number.length() < NEW
                ? Optional.empty()
                : DisabilityCertificate.find(number.substring(NEW))
                        .flatMap(certificate -> CitizenId.find(number.substring(0, NEW))
                                .map(citizen -> new IdNumber(citizen, Optional.of(certificate))));
    }
}
