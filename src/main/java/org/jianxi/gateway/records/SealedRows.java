package org.jianxi.gateway.records;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.signing.PersonSeal;
import org.jianxi.gateway.signing.PersonTokens;

/** Makes rows of COPY's text format from records: nothing in them is a person's that is not sealed or a token. */
record SealedRows(Batch batch, PersonSeal seal, PersonTokens tokens) {

    static final String CITIZEN = "citizen-id";
    private static final HexFormat HEX = HexFormat.of();

    static String domainOf(Batch batch) {
        return "record/" + batch.dataset().id() + "/" + batch.sender().code();
    }

    /** In the order of {@link CopiedRows#COLUMNS}; tabs, line feeds and backslashes stand in no column. */
    String row(CanonicalRecord content) {
        var json = RecordJson.tree(content).toString().getBytes(StandardCharsets.UTF_8);
        return String.join(
                "\t",
                batch.submission(),
                Long.toString(content.number()),
                batch.dataset().id(),
                batch.sender().code(),
                batch.period().toString(),
                bytes(tokens.of(domainOf(batch), key(content))),
                person(content),
                seal.keyId(),
                bytes(seal.seal(json, SealedRecord.place(batch.submission(), content.number()))));
    }

    private String key(CanonicalRecord content) {
        return batch.dataset().key().stream()
                .map(field -> content.text(field).orElse(""))
                .collect(Collectors.joining("\0"));
    }

    private String person(CanonicalRecord content) {
        return batch.dataset().fields().stream()
                .filter(field -> field.type() instanceof FieldType.CitizenId)
                .flatMap(field -> content.text(field.name()).flatMap(CitizenId::find).stream())
                .findFirst()
                .map(citizen -> bytes(tokens.of(CITIZEN, citizen.number())))
                .orElse("\\N");
    }

    private static String bytes(byte[] value) {
        return "\\\\x" + HEX.formatHex(value);
    }
}
