package org.jianxi.gateway.mapping.conversion;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.forms.CanonicalRule;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.forms.RecordWords;
import org.jianxi.gateway.mapping.table.Value;

/**
 * Takes a value only as the canonical forms write it, and then reads it as any other.
 *
 * @param written which texts are its canonical writing
 * @param typed whether the document types numbers and truths, as JSON does and XML cannot
 * @param meaning what is read from the text
 */
public record StrictConversion(FieldType type, Predicate<String> written, boolean typed, Conversion meaning)
        implements Conversion {

    private static final Pattern AROUND = Pattern.compile("^[ \\t\\n\\r]+|[ \\t\\n\\r]+$");

    public StrictConversion(FieldType type, boolean typed, Conversion meaning) {
        this(type, RecordWords.textOf(type), typed, meaning);
    }

    @Override
    public Converted convert(Value value) {
        return switch (value) {
            case Value.Text text when !typed || !isTyped() -> ofText(text.text());
            case Value.Number number when typed && type instanceof FieldType.Whole -> meaning.convert(number);
            case Value.Truth truth when typed && type instanceof FieldType.Truth -> meaning.convert(truth);
            default ->
                Converted.refused(
                        CanonicalRule.SHAPE, "的类型与规范报文不符", "is not of the type that the canonical form gives it");
        };
    }

    private Converted ofText(String given) {
        var text = type instanceof FieldType.Whole ? collapsed(given) : given;
        if (!written.test(text)) {
            return Converted.refused(rule(), "不是规范报文的写法", "is not written as the canonical form writes it");
        }
        return type instanceof FieldType.Truth
                ? new Converted.Good(new FieldValue.Truth(text.equals("true")))
                : meaning.convert(new Value.Text(text));
    }

    /** XSD lets blanks stand around a number, and nowhere else. */
    private static String collapsed(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    private boolean isTyped() {
        return type instanceof FieldType.Whole || type instanceof FieldType.Truth;
    }

    private StatedRule rule() {
        return switch (type) {
            case FieldType.Text text -> FieldDemand.TEXT;
            case FieldType.PersonName name -> FieldDemand.TEXT;
            case FieldType.Token token -> FieldDemand.TEXT;
            case FieldType.Whole whole -> FieldDemand.NUMBER;
            case FieldType.Decimal decimal -> FieldDemand.NUMBER;
            case FieldType.Money money -> FieldDemand.NUMBER;
            case FieldType.Day day -> FieldDemand.DATE;
            case FieldType.Month month -> FieldDemand.DATE;
            case FieldType.Moment moment -> FieldDemand.DATE;
            case FieldType.Truth truth -> FieldDemand.TRUTH;
            case FieldType.Coded coded -> FieldDemand.CODE;
            case FieldType.Office office -> FieldDemand.CODE;
            case FieldType.Division division -> FieldDemand.DIVISION;
            case FieldType.CreditCode code -> FieldDemand.CREDIT_CODE;
            case FieldType.CitizenId id -> FieldDemand.CITIZEN_ID;
        };
    }
}
