package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the values of a slot look like. They are never repeated anywhere.
 *
 * @param values what stands there, blanks left out, folded
 */
record Shape(List<Said> said, List<String> values) {

    private static final Pattern AMOUNT =
            Pattern.compile("-?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,15})(\\.[0-9]{1,8})?(个|人|名|家|元|千元|万元)?");
    private static final Set<String> NOTHING = Set.of("—", "——", "―", "–", "-", "--", "/", "\\", "无");
    private static final Pattern CITIZEN =
            Pattern.compile("[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]");
    private static final Pattern CREDIT = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern PHONE = Pattern.compile("0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,5})?|1[3-9][0-9]{9}");
    private static final Pattern DIVISION =
            Pattern.compile("(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{4}([0-9]{3}|[0-9]{6})?");
    static final Pattern SERIAL = Pattern.compile("(1[1-9]|[2-5][0-9])[0-9]{3}");
    private static final Pattern PLACE = Pattern.compile("\\p{IsHan}{1,20}[县市区州]");
    private static final Pattern CHINESE = Pattern.compile("[〇零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟]+(个|人|名)?");
    private static final Set<String> TRUE =
            Set.of("是", "有", "已", "√", "✓", "y", "yes", "true", "1", "t", "对", "已登记", "已购买", "已参保");
    private static final Set<String> FALSE =
            Set.of("否", "无", "未", "×", "✗", "n", "no", "false", "0", "f", "没有", "未登记", "未购买", "未参保");

    static Shape of(List<Said> said) {
        var stated = said.stream().filter(one -> !one.bare().isEmpty()).toList();
        return new Shape(stated, stated.stream().map(Said::bare).toList());
    }

    static boolean isAmount(String text) {
        return AMOUNT.matcher(Said.text(text).bare().replace(" ", "")).matches();
    }

    boolean isProtected() {
        return said.stream().anyMatch(Said::isProtected);
    }

    boolean isBlank() {
        return values.isEmpty();
    }

    /** The part of the values that fit, 0 to 1; 0 when nothing is stated. */
    double share(Predicate<String> fits) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(fits).count() / values.size();
    }

    boolean all(Predicate<String> fits) {
        return share(fits) >= 0.8;
    }

    boolean isOfAmounts() {
        return all(text -> isAmount(text) || NOTHING.contains(text));
    }

    /** Amounts, each in whatever digits, Chinese ones too. */
    boolean isOfFigures() {
        return all(text -> isAmount(text)
                || NOTHING.contains(text)
                || CHINESE.matcher(text).matches());
    }

    /** Whether some figure is written in Chinese digits. */
    boolean hasChineseNumbers() {
        return isOfFigures()
                && values.stream().anyMatch(text -> CHINESE.matcher(text).matches());
    }

    /** Amounts as only people type them. */
    boolean isTyped() {
        return said.stream()
                .anyMatch(one -> one.kind() == Said.Kind.TEXT
                        && !one.text().strip().matches("-?[0-9]+(\\.[0-9]+)?")
                        && (isAmount(one.text()) || NOTHING.contains(one.bare())));
    }

    boolean hasDecimals() {
        return values.stream().anyMatch(text -> text.matches(".*[0-9]\\.[0-9]+.*"));
    }

    boolean isOfChineseNumbers() {
        return all(text -> CHINESE.matcher(text).matches());
    }

    boolean isOfCitizens() {
        return all(Shape::isCitizen);
    }

    /** How many values are no citizens' numbers. */
    long others() {
        return values.stream().filter(text -> !isCitizen(text)).count();
    }

    private static boolean isCitizen(String text) {
        return CITIZEN.matcher(text.replace(" ", "")).matches();
    }

    boolean isOfCreditCodes() {
        return all(
                text -> CREDIT.matcher(text).matches() && !CITIZEN.matcher(text).matches());
    }

    /** Numbers that only people and their units have, and days. */
    boolean isOfPeople() {
        return isOfCitizens()
                || isOfCreditCodes()
                || isOfPhones()
                || !dayPatterns().isEmpty();
    }

    boolean isOfMobiles() {
        return all(text -> MOBILE.matcher(text.replaceAll("[ -]", "")).matches());
    }

    boolean isOfPhones() {
        return all(text -> PHONE.matcher(text.replace(" ", "")).matches());
    }

    boolean isOfDivisions() {
        return all(text -> DIVISION.matcher(text).matches());
    }

    /** Days as a spreadsheet counts them, from 1930 to 2064, where nothing shows them as dates. */
    boolean isOfSerialDays() {
        return all(text -> SERIAL.matcher(text).matches());
    }

    /** Names of counties, cities and districts. */
    boolean isOfPlaces() {
        return all(text -> PLACE.matcher(text.replace(" ", "")).matches());
    }

    boolean isOfTruths() {
        return !values.isEmpty()
                && (said.stream().allMatch(one -> one.kind() == Said.Kind.TRUTH)
                        || all(text -> truth(text) != 0) && distinct().size() <= 4);
    }

    /** 1 for yes, -1 for no, 0 for neither. */
    static int truth(String text) {
        var small = text.toLowerCase(java.util.Locale.ROOT);
        return TRUE.contains(small) ? 1 : FALSE.contains(small) ? -1 : 0;
    }

    /** How days and moments are written, each pattern that some value needs; empty when they are none. */
    List<String> dayPatterns() {
        return Dates.patterns(said, Dates.DAYS);
    }

    List<String> monthPatterns() {
        return Dates.patterns(said, Dates.MONTHS);
    }

    List<String> distinct() {
        return values.stream().distinct().sorted().toList();
    }

    /** Few different words, seen again and again. */
    boolean isOfWords() {
        return !values.isEmpty()
                && distinct().size() <= 15
                && values.stream().allMatch(text -> text.length() <= 30)
                && (distinct().size() < values.size() || values.size() <= 3);
    }

    /** In which of these ways a moment of the month may be written. */
    static final Map<String, Pattern> PERIODS = Map.of(
            "yyyy-MM", Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])"),
            "yyyyMM", Pattern.compile("20[0-9]{2}(0[1-9]|1[0-2])"),
            "yyyy/M", Pattern.compile("20[0-9]{2}/(0?[1-9]|1[0-2])"),
            "yyyy年M月", Pattern.compile(".*20[0-9]{2}\\s*年\\s*(0?[1-9]|1[0-2])\\s*月.*"),
            "yyyy-MM-dd", Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])-[0-3][0-9]"));
}
