package org.jianxi.gateway.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.registries.spdci.Envelope;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;
import tools.jackson.databind.JsonNode;

/**
 * A registry that speaks SPDCI v1: {@code POST /registry/sync/search} for several people and {@code POST /registry/sync/disabled} for
 * one. It answers only what its caller has signed.
 */
public final class SpdciDesk implements RegistryDesk {

    /** The name it signs under. */
    public static final String SENDER = "registry.example.org";

    private static final String SEARCH = "/registry/sync/search";
    private static final String DISABLED = "/registry/sync/disabled";

    private final RegistryBook book;
    private final Keys keys;

    /**
     * Whom it answers, and what it signs with.
     *
     * @param caller the name the gateway signs under
     * @param stranger the key bad signatures are made with
     */
    public record Keys(String caller, SigningCertificate callers, Signer own, Signer stranger) {}

    public SpdciDesk(RegistryBook book, Keys keys) {
        this.book = book;
        this.keys = keys;
    }

    @Override
    public RegistryReply answer(RegistryRequest request, RegistryBehaviour behaviour) throws IOException {
        var expected = new Envelope.Expected(
                keys.caller(), keys.callers(), book.clock().instant());
        var asked = Envelope.read(request.body(), expected);
        if (asked.isEmpty()) {
            return error(401, "rjct.signature.invalid");
        }
        return switch (request.path()) {
            case SEARCH -> search(request, asked.get(), behaviour);
            case DISABLED -> disabled(request, asked.get(), behaviour);
            default -> error(404, "no such address");
        };
    }

    private RegistryReply search(RegistryRequest request, Envelope asked, RegistryBehaviour behaviour)
            throws IOException {
        var numbers = new ArrayList<String>();
        var entries = new ArrayList<Map<String, Object>>();
        for (var one : asked.message().path("search_request")) {
            var number = one.at("/search_criteria/query/value").asString("");
            numbers.add(number);
            entries.add(found(one.path("reference_id").asString(""), number));
        }
        book.note(request, numbers);
        disturb(entries, numbers, behaviour);
        return reply(asked, "search_response", entries, behaviour);
    }

    private Map<String, Object> found(String reference, String number) {
        return entry(
                reference, book.find(number).map(SpdciDesk::record).stream().toList());
    }

    private Map<String, Object> entry(String reference, List<Map<String, Object>> records) {
        var entry = status(reference);
        entry.put(
                "data",
                Map.of(
                        "version",
                        "1.0.0",
                        "reg_record_type",
                        "spdci-extensions-dci:DisabledPerson",
                        "reg_records",
                        records));
        return entry;
    }

    private Map<String, Object> status(String reference) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("reference_id", reference);
        entry.put("timestamp", book.clock().instant().toString());
        entry.put("status", "succ");
        return entry;
    }

    private static Map<String, Object> record(ListedPerson person) {
        return Map.of(
                "personal_details",
                Map.of("identifier", person.idNumber(), "name", person.name()),
                "category",
                person.category(),
                "impairment_type",
                person.kind(),
                "disability_level",
                person.level());
    }

    private void disturb(List<Map<String, Object>> entries, List<String> numbers, RegistryBehaviour behaviour) {
        switch (behaviour) {
            case RegistryBehaviour.OtherOrder other -> Collections.reverse(entries);
            case RegistryBehaviour.Duplicate twice -> entries.add(entries.getFirst());
            case RegistryBehaviour.Omission omission -> entries.removeLast();
            case RegistryBehaviour.Stranger stranger -> {
                var reference = String.valueOf(entries.getFirst().get("reference_id"));
                entries.set(0, entry(reference, List.of(record(book.strangerTo(numbers)))));
            }
            default -> {
                // the answer stays as it is
            }
        }
    }

    private RegistryReply disabled(RegistryRequest request, Envelope asked, RegistryBehaviour behaviour)
            throws IOException {
        var number = asked.message()
                .at("/disabled_criteria/query/member.member_identifier/eq")
                .asString("");
        book.note(request, List.of(number));
        var entry = status(asked.message().path("transaction_id").asString(""));
        entry.put("disabled_status", book.find(number).isPresent() ? "yes" : "no");
        return reply(asked, "disabled_response", List.of(entry), behaviour);
    }

    private RegistryReply reply(
            Envelope asked, String member, List<Map<String, Object>> entries, RegistryBehaviour behaviour) {
        var transaction = asked.message().path("transaction_id").asString("");
        var message = Map.of("transaction_id", transaction, "correlation_id", transaction, member, entries);
        var header = header(asked.header(), entries.size());
        var now = book.clock().instant();
        var signer = behaviour instanceof RegistryBehaviour.BadSignature ? keys.stranger() : keys.own();
        return RegistryReply.json(
                200,
                behaviour instanceof RegistryBehaviour.Unsigned
                        ? Envelope.unsigned(header, message)
                        : Envelope.signed(header, message, new Envelope.Seal(SENDER, signer, now)));
    }

    private Map<String, Object> header(JsonNode asked, int entries) {
        var header = new LinkedHashMap<String, Object>();
        header.put("version", "1.0.0");
        header.put("message_id", asked.path("message_id").asString(""));
        header.put("message_ts", book.clock().instant().toString());
        header.put("action", "on-search");
        header.put("status", "succ");
        header.put("total_count", entries);
        header.put("completed_count", entries);
        header.put("sender_id", SENDER);
        header.put("receiver_id", keys.caller());
        return header;
    }

    private static RegistryReply error(int status, String code) {
        return RegistryReply.json(
                status, CanonicalBytes.of(Map.of("errors", List.of(Map.of("code", code, "message", code)))));
    }
}
