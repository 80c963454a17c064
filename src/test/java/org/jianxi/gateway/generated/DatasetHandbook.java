package org.jianxi.gateway.generated;

import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jianxi.gateway.forms.Code;
import org.jianxi.gateway.forms.CodeList;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.forms.Required;

/** Writes docs/datasets.md: every field a mapping can name, with its type, its codes and what is demanded of it. */
record DatasetHandbook(Datasets datasets) {

    private static final String HEAD = """
            # The datasets · 数据集

            Made from `schemas/datasets/` and `schemas/codes/`; do not edit. To make it anew:
            `mvn test -Dtest=GeneratedFilesTest -Djianxi.write=true`.

            A mapping names the fields of a dataset as they stand in the first column. `required`: *yes* in every record; *if* when the named
            fields say so; *given* means that the gateway gives it where the source has none. Values of fields marked `personal` or `secret` are
            never shown in a finding. Codes are in the last section.

            """;

    String write() {
        var lists = datasets.all().stream()
                .flatMap(dataset -> dataset.fields().stream())
                .flatMap(field -> field.codes().stream())
                .filter(CodeList.Standard.class::isInstance)
                .map(CodeList.Standard.class::cast)
                .collect(Collectors.toMap(
                        CodeList.Standard::name, list -> list, (first, second) -> first, TreeMap::new));
        return HEAD
                + datasets.all().stream().map(DatasetHandbook::section).collect(Collectors.joining())
                + "## Codes of the standards · 标准代码\n\n"
                + lists.values().stream().map(DatasetHandbook::list).collect(Collectors.joining());
    }

    private static String section(Dataset dataset) {
        return "## `%s` · %s\n\n%s, told apart by %s.\n\n"
                        .formatted(
                                dataset.id(),
                                dataset.title().zh(),
                                dataset.title().en(),
                                String.join(", ", dataset.key()))
                + (dataset.isOfRecords()
                        ? ""
                        : "What stands around the figures. The figures themselves are in `schemas/returns/`; a mapping reads them by `figures`.\n\n")
                + "| field | 名称 | type | required | privacy | also called | clause |\n|---|---|---|---|---|---|---|\n"
                + dataset.fields().stream().map(DatasetHandbook::row).collect(Collectors.joining())
                + "\n"
                + dataset.fields().stream()
                        .filter(field -> field.codes().orElse(null) instanceof CodeList.Own)
                        .map(field -> "Codes of `%s`: %s.\n\n".formatted(field.name(), codes(field)))
                        .collect(Collectors.joining());
    }

    private static String row(Field field) {
        var also = new ArrayList<>(field.vendorCodes());
        also.addAll(field.alsoCalled());
        return "| `%s` | %s<br>%s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        field.name(),
                        field.label().zh(),
                        field.label().en(),
                        type(field),
                        required(field.required()),
                        field.personal().isHidden() ? field.personal().name().toLowerCase(Locale.ROOT) : "",
                        String.join("、", also),
                        field.clause().startsWith("docs/datasets.md") ? "" : field.clause());
    }

    private static String type(Field field) {
        return switch (field.type()) {
            case FieldType.Text type ->
                "text, %d at most%s%s"
                        .formatted(
                                type.longest(),
                                type.shape()
                                        .map(shape -> ", `" + shape.pattern().replace("|", "\\|") + "`")
                                        .orElse(""),
                                type.of().map(of -> ", of `" + of + "`").orElse(""));
            case FieldType.PersonName type -> "name, %d at most".formatted(type.longest());
            case FieldType.Whole type -> "whole, %d to %d".formatted(type.least(), type.most());
            case FieldType.Decimal type ->
                "decimal, %s to %s, %d decimals"
                        .formatted(type.least().toPlainString(), type.most().toPlainString(), type.decimals());
            case FieldType.Money type -> "money in 元, to the 分";
            case FieldType.Division type ->
                type.anywhere() ? "division, any of the country" : "division of the province in force";
            case FieldType.Coded type ->
                type.codes() instanceof CodeList.Standard list ? "code of `" + list.name() + "`" : "code";
            default -> field.type().wireName();
        };
    }

    private static String required(Required required) {
        return switch (required) {
            case Required.Always always -> "yes";
            case Required.Never never -> "";
            case Required.Assigned assigned -> "given";
            case Required.Elsewhere elsewhere -> "depends";
            case Required.When when ->
                "if "
                        + when.fields().entrySet().stream()
                                .map(one -> one.getKey()
                                        + (one.getValue().isEmpty()
                                                ? " is filled in"
                                                : " is " + String.join(" or ", one.getValue())))
                                .collect(Collectors.joining(" and "));
        };
    }

    private static String codes(Field field) {
        return field.codes().orElseThrow().codes().stream()
                .map(DatasetHandbook::code)
                .collect(Collectors.joining("; "));
    }

    private static String list(CodeList.Standard list) {
        return "`%s`, %s%s: %s.\n\n"
                .formatted(
                        list.name(),
                        list.standard(),
                        list.open()
                                .map(shape -> ", and any `" + shape.pattern() + "`")
                                .orElse(""),
                        list.codes().stream().map(DatasetHandbook::code).collect(Collectors.joining("; ")));
    }

    private static String code(Code code) {
        return "`%s` %s".formatted(code.code(), code.label().zh())
                + (code.alsoCalled().isEmpty() ? "" : "（%s）".formatted(String.join("、", code.alsoCalled())));
    }
}
