package org.jianxi.gateway.flow.handover;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.SafeTable;
import org.jianxi.gateway.forms.Code;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.DivisionCodes;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.handover.ServicePurpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trainees' records as the table that a purpose needs, in words that people read, and nothing else of them. */
record HandoverList(Dataset trainees, DivisionCodes divisions) {

    private static final String MOBILE = "mobile";

    /** Whether a service could reach them: who left no telephone is not told of. */
    static boolean isReachable(String record) {
        return !JsonMapper.shared().readTree(record).path(MOBILE).asString("").isBlank();
    }

    /**
     * CSV with a byte order mark.
     *
     * @param records canonical JSON of each
     */
    byte[] write(ServicePurpose purpose, List<String> records) {
        var fields = purpose.fields().stream().map(this::field).toList();
        var header = fields.stream().map(Field::label).map(Bilingual::zh).toList();
        var rows = records.stream()
                .map(JsonMapper.shared()::readTree)
                .map(record -> fields.stream().map(field -> cell(record, field)).toList());
        return SafeTable.write(header, rows);
    }

    private Field field(String name) {
        return trainees.find(name).orElseThrow(() -> new IllegalStateException("Trainees have no field " + name));
    }

    private String cell(JsonNode record, Field field) {
        var value = record.path(field.name()).asString("");
        return word(field, value).orElse(value);
    }

    private Optional<String> word(Field field, String value) {
        if (field.type() instanceof FieldType.Division) {
            return Optional.ofNullable(divisions.names().get(value));
        }
        return field.codes().stream()
                .flatMap(list -> list.codes().stream())
                .filter(code -> code.code().equals(value))
                .map(Code::label)
                .map(Bilingual::zh)
                .findFirst();
    }
}
