package org.jianxi.gateway.forms;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads the type of a field, with its bounds. */
record FieldTypes(CodeLists lists) {

    private static final int LONGEST = 200;

    FieldType read(Section words) {
        return switch (words.text("type")) {
            case "text" ->
                new FieldType.Text(
                        number(words, "longest", LONGEST),
                        words.findText("shape").map(Pattern::compile),
                        words.findText("of"));
            case "person-name" -> new FieldType.PersonName(number(words, "longest", LONGEST));
            case "whole" -> new FieldType.Whole(number(words, "least", 0), number(words, "most", 999_999_999));
            case "decimal" ->
                new FieldType.Decimal(
                        number(words, "digits", 14),
                        number(words, "decimals", 2),
                        BigDecimal.valueOf(number(words, "least", 0)),
                        BigDecimal.valueOf(number(words, "most", Integer.MAX_VALUE)));
            case "money" -> new FieldType.Money(number(words, "digits", 14));
            case "date" -> new FieldType.Day();
            case "month" -> new FieldType.Month();
            case "moment" -> new FieldType.Moment();
            case "boolean" -> new FieldType.Truth();
            case "code" -> new FieldType.Coded(codes(words));
            case "division" ->
                new FieldType.Division(
                        words.findText("within").filter("china"::equals).isPresent());
            case "office" -> new FieldType.Office();
            case "credit-code" -> new FieldType.CreditCode();
            case "citizen-id" -> new FieldType.CitizenId();
            case "token" -> new FieldType.Token();
            default -> throw words.at("type").problem("is no type");
        };
    }

    private CodeList codes(Section words) {
        if (!words.has("codes")) {
            throw words.problem("needs its codes");
        }
        var codes = words.at("codes");
        return codes.node().isObject()
                ? CodeLists.own(codes)
                : lists.find(words.text("codes")).orElseThrow(() -> codes.problem("is no list of codes"));
    }

    private static int number(Section words, String name, int otherwise) {
        return words.has(name) ? words.at(name).node().intValue() : otherwise;
    }
}
