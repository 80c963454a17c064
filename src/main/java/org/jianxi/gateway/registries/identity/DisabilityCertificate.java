package org.jianxi.gateway.registries.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the number of a disability certificate says behind the citizen's 18 characters (GB/T 26341-2010).
 *
 * @param kind 1 to 7
 * @param level 1, the gravest, to 4
 */
public record DisabilityCertificate(int kind, int level) {

    private static final List<String> KINDS = List.of("视力残疾", "听力残疾", "言语残疾", "肢体残疾", "智力残疾", "精神残疾", "多重残疾");
    private static final List<String> LEVELS = List.of("一级", "二级", "三级", "四级");

    /** B and a digit count how often the certificate was issued anew. */
    private static final Pattern BEHIND_THE_CITIZEN = Pattern.compile("([1-7])([1-4])(B[0-9])?");

    static Optional<DisabilityCertificate> find(String behind) {
        var matcher = BEHIND_THE_CITIZEN.matcher(behind);
        return matcher.matches()
                ? Optional.of(new DisabilityCertificate(
                        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The category in words, such as 肢体残疾三级. */
    public String words() {
        return KINDS.get(kind - 1) + LEVELS.get(level - 1);
    }
}
