package org.jianxi.gateway.suggest;

import org.jianxi.gateway.forms.CodeList;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;

/** What speaks for a slot being a field: its name, and whether such values belong into such a field. */
record RecordJudge(Names names) implements Matching.Judge {

    private static final double DOUBTFUL = 0.45;
    private static final double IMPOSSIBLE = 0.3;

    @Override
    public Evidence of(Slot slot, Target target) {
        var name = names.of(slot, target);
        if (slot.isOfDocument()) {
            name = name.times(0.9);
        }
        var field = target.field();
        var shape = Shape.of(slot.values());
        if (field.isEmpty() || shape.isBlank()) {
            return name;
        }
        return byShape(name, field.get(), shape);
    }

    private static Evidence byShape(Evidence name, Field field, Shape shape) {
        return switch (field.type()) {
            case FieldType.CitizenId id ->
                alone(name, shape.isOfCitizens(), "值为身份证号样式", "looks like citizens' numbers", 0.75);
            case FieldType.CreditCode code ->
                alone(name, shape.isOfCreditCodes(), "值为信用代码样式", "looks like credit codes", 0.75);
            case FieldType.Day day ->
                fits(
                        name,
                        !shape.dayPatterns().isEmpty() || !shape.monthPatterns().isEmpty() || shape.isOfSerialDays(),
                        "值为日期",
                        "days stand there");
            case FieldType.Moment moment -> fits(name, !shape.dayPatterns().isEmpty(), "值为时间", "moments stand there");
            case FieldType.Month month ->
                fits(
                        name,
                        !shape.monthPatterns().isEmpty() || !shape.dayPatterns().isEmpty(),
                        "值为年月",
                        "months stand there");
            case FieldType.Coded coded -> coded(name, coded.codes(), shape);
            case FieldType.Truth truth -> fits(name, shape.isOfTruths(), "值为是否", "yes and no stand there");
            case FieldType.Whole whole ->
                fits(
                        name,
                        (shape.isOfAmounts() && !shape.hasDecimals()) || shape.isOfChineseNumbers(),
                        "值为整数",
                        "whole numbers stand there");
            case FieldType.Decimal decimal ->
                fits(name, shape.isOfAmounts() || shape.isOfChineseNumbers(), "值为数字", "numbers stand there");
            case FieldType.Money money ->
                fits(name, shape.isOfAmounts() || shape.isOfChineseNumbers(), "值为金额", "amounts stand there");
            case FieldType.Division division ->
                fits(name, shape.isOfDivisions() || shape.isOfPlaces(), "值为行政区划", "divisions stand there");
            case FieldType.PersonName person -> text(name, shape);
            case FieldType.Text text -> text.shape().isPresent() ? shaped(name, field, text, shape) : text(name, shape);
            case FieldType.Office office -> name;
            case FieldType.Token token -> name;
        };
    }

    /** Values that can hardly be anything else, whatever the column is called. */
    private static Evidence alone(Evidence name, boolean fits, String zh, String en, double alone) {
        if (!fits) {
            return name.times(DOUBTFUL);
        }
        return name.score() > 0.3 ? name.and(0.03, zh, en) : Evidence.of(alone, zh, en);
    }

    private static Evidence fits(Evidence name, boolean fits, String zh, String en) {
        return fits ? name.score() > 0 ? name.and(0.03, zh, en) : name : name.times(DOUBTFUL);
    }

    /** A field of free text is no place for citizens' numbers, days or yes and no. */
    private static Evidence text(Evidence name, Shape shape) {
        return !shape.dayPatterns().isEmpty() ? name.times(DOUBTFUL) : name;
    }

    private static Evidence shaped(Evidence name, Field field, FieldType.Text type, Shape shape) {
        var pattern = type.shape().orElseThrow();
        var fits = shape.all(value -> pattern.matcher(value.replace(" ", "")).matches());
        if (field.name().equals("mobile") && shape.isOfMobiles()) {
            return alone(name, true, "值为手机号", "looks like mobile numbers", 0.6);
        }
        return fits ? name : name.times(IMPOSSIBLE + 0.3);
    }

    private static Evidence coded(Evidence name, CodeList codes, Shape shape) {
        var words = Codes.known(codes, shape);
        if (words >= 0.6 && shape.values().stream().anyMatch(value -> value.length() > 1)) {
            return name.score() > 0.3
                    ? name.and(0.04, "值在代码表中", "its words are in the code list")
                    : Evidence.of(shape.distinct().size() > 1 ? 0.5 : 0.3, "值在代码表中", "its words are in the code list");
        }
        return words > 0 || shape.isOfWords() ? name : name.times(DOUBTFUL);
    }
}
