package org.jianxi.gateway.forms;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the canonical text of a field looks like: one expression each, in what JSON Schema, XSD and Java understand alike. */
public final class RecordWords {

    private static final String DAY_OF_LONG_MONTH = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])";
    private static final String DAY_OF_SHORT_MONTH = "(0[469]|11)-(0[1-9]|[12][0-9]|30)";
    private static final String LEAP_YEAR = "(19(0[48]|[2468][048]|[13579][26])|20(0[048]|[2468][048]|[13579][26]))";

    /** A real day from 1900 to 2099. */
    static final String DAY = "((19|20)[0-9]{2}-(%s|%s|02-(0[1-9]|1[0-9]|2[0-8]))|%s-02-29)"
            .formatted(DAY_OF_LONG_MONTH, DAY_OF_SHORT_MONTH, LEAP_YEAR);

    private static final String TIME = "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";

    /** x may be small: people type it so, and it means the same. */
    private static final String IDENTITY = "[0-9A-Za-z()\\-]{5,18}";

    private RecordWords() {}

    /** Which texts are wholly written as the canonical forms write such a field. */
    public static Predicate<String> textOf(FieldType type) {
        return switch (type) {
            case FieldType.Text text when text.shape().isEmpty() -> new FreeText(text.longest());
            case FieldType.PersonName name -> new FreeText(name.longest());
            default -> Pattern.compile(pattern(type, Characters.JSON)).asMatchPredicate();
        };
    }

    /** @param any the expression of one character that is no blank, and of any character */
    static String pattern(FieldType type, Characters any) {
        return switch (type) {
            case FieldType.Text text -> text.shape().map(Object::toString).orElseGet(() -> any.text(text.longest()));
            case FieldType.PersonName name -> any.text(name.longest());
            case FieldType.Whole whole -> "-?(0|[1-9][0-9]*)";
            case FieldType.Decimal number ->
                "-?(0|[1-9][0-9]{0,%d})(\\.[0-9]{1,%d})?"
                        .formatted(number.digits() - number.decimals() - 1, Math.max(number.decimals(), 1));
            case FieldType.Money money -> "(0|[1-9][0-9]{0,%d})(\\.[0-9]{1,2})?".formatted(money.digits() - 3);
            case FieldType.Day day -> DAY;
            case FieldType.Month month -> "(19|20)[0-9]{2}-(0[1-9]|1[0-2])";
            case FieldType.Moment moment -> DAY + TIME;
            case FieldType.Truth truth -> "true|false";
            case FieldType.Coded coded -> codes(coded.codes());
            case FieldType.Division division -> "[1-8][0-9]{5}";
            case FieldType.Office office -> CanonicalWords.SENDER;
            case FieldType.CreditCode code -> "[0-9A-Z]{18}";
            case FieldType.CitizenId id -> IDENTITY;
            case FieldType.Token token -> "[0-9a-f]{64}";
        };
    }

    /** How the two languages write the characters of a text: neither begins nor ends with a blank. */
    enum Characters {
        /** What XML cannot carry, JSON may not either. */
        JSON("[^\\u0000-\\u0020\\ufffe\\uffff]", "[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]"),
        XML("[^ \\t\\n\\r]", "[\\s\\S]");

        private final String visible;
        private final String any;

        Characters(String visible, String any) {
            this.visible = visible;
            this.any = any;
        }

        String text(int longest) {
            return visible + "(%s{0,%d}%s)?".formatted(any, Math.max(longest - 2, 0), visible);
        }
    }

    private static String codes(CodeList codes) {
        var own = codes.codes().stream().map(Code::code);
        var open = codes instanceof CodeList.Standard standard
                ? standard.open().map(Object::toString).stream()
                : Stream.<String>empty();
        return Stream.concat(own, open).collect(Collectors.joining("|"));
    }
}
