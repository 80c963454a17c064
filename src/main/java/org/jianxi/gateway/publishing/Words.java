package org.jianxi.gateway.publishing;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Code;
import org.jianxi.gateway.forms.CodeList;
import org.jianxi.gateway.forms.DivisionCodes;
import org.jianxi.gateway.forms.FieldType;

/** What the codes of a list are called: a public list is read by people. */
public record Words(DivisionCodes divisions, ReportingUnits offices) {

    /** A value as people read it; the canonical text where there is no other word for it. */
    public String of(PublishedField field, String value) {
        return name(field, value).orElse(value);
    }

    /** What a code is called in Chinese; empty for a value that says itself what it is. */
    public Optional<String> name(PublishedField field, String value) {
        return field.type().flatMap(type -> switch (type) {
            case FieldType.Coded coded -> called(coded.codes(), value);
            case FieldType.Division division ->
                Optional.ofNullable(divisions.names().get(value));
            case FieldType.Office office -> Sender.parse(value).map(offices::nameOf);
            case FieldType.Truth truth ->
                Optional.ofNullable(Map.of("true", "是", "false", "否").get(value));
            default -> Optional.empty();
        });
    }

    private static Optional<String> called(CodeList codes, String value) {
        return codes.codes().stream()
                .filter(code -> code.code().equals(value))
                .map(Code::label)
                .map(label -> label.zh())
                .findFirst();
    }
}
