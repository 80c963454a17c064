package org.jianxi.gateway.canonical;

/** The check digits of the two numbers everybody carries. */
public final class CheckDigits {

    private static final String CITIZEN = "10X98765432";
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckDigits() {}

    /** GB 11643 (ISO 7064 MOD 11-2): what must stand behind these 17 digits. */
    public static char citizen(String first17) {
        var sum = 0;
        for (var at = 0; at < CITIZEN_WEIGHTS.length; at++) {
            sum += CITIZEN_WEIGHTS[at] * (first17.charAt(at) - '0');
        }
        return CITIZEN.charAt(sum % 11);
    }

    /** GB 32100 (MOD 31): what must stand behind these 17 characters, none of them I, O, S, V or Z. */
    public static char credit(String first17) {
        var sum = 0;
        var weight = 1;
        for (var at = 0; at < 17; at++) {
            sum += CREDIT.indexOf(first17.charAt(at)) * weight;
            weight = weight * 3 % CREDIT.length();
        }
        return CREDIT.charAt((CREDIT.length() - sum % CREDIT.length()) % CREDIT.length());
    }
}
