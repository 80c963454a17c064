package org.jianxi.gateway.mapping.notation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.CitizenId;

/** What a citizen's identity number says of itself (GB 11643), once it is known to be one. */
public final class CitizenIdCheck {

    private static final Pattern OLD = Pattern.compile("[1-9][0-9]{14}");

    private CitizenIdCheck() {}

    /** Why it is none; empty when it is one. Never repeats a digit of it. */
    public static Optional<Bilingual> wrong(String number) {
        if (OLD.matcher(number).matches()) {
            return Optional.of(new Bilingual("是15位旧号码，应为18位", "is an old number of 15 digits; 18 are needed"));
        }
        if (!CitizenId.isWritten(number)) {
            return Optional.of(new Bilingual("应为18位公民身份号码", "is not a citizen's number of 18 digits"));
        }
        if (CitizenId.dateIn(number).isEmpty()) {
            return Optional.of(new Bilingual("第7至14位不是真实的日期", "has no real date in its digits 7 to 14"));
        }
        return CheckDigits.citizen(number) == number.charAt(17)
                ? Optional.empty()
                : Optional.of(
                        number.endsWith("000")
                                ? new Bilingual(
                                        "校验位不符，末三位为000，可能被表格软件当作数字",
                                        "has the wrong check digit and ends with 000: a spreadsheet may have taken it for a number")
                                : new Bilingual("校验位不符", "has the wrong check digit"));
    }

    /** 1 for a man, 2 for a woman, as GB/T 2261.1 counts. */
    public static String sex(String number) {
        return (number.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }
}
