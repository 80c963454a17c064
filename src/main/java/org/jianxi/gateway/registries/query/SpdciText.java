package org.jianxi.gateway.registries.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.registries.lookups.LookupSlip;

/** The two parts of a question in SPDCI's words. Of a person the number alone goes out: the standard's search needs no name. */
record SpdciText(SpdciService service, LookupSlip slip, Instant now) {

    Map<String, Object> header(int people) {
        var header = new LinkedHashMap<String, Object>();
        header.put("version", "1.0.0");
        header.put("message_id", slip.reference() + "-" + now.toEpochMilli());
        header.put("message_ts", now.toString());
        header.put("action", "search");
        header.put("sender_id", service.sender());
        header.put("receiver_id", service.registry());
        header.put("total_count", people);
        header.put("is_msg_encrypted", false);
        return header;
    }

    Map<String, Object> search(List<QueriedPerson> people) {
        var requests = new ArrayList<Map<String, Object>>();
        for (var at = 0; at < people.size(); at++) {
            requests.add(Map.of(
                    "reference_id",
                    reference(slip, at),
                    "timestamp",
                    now.toString(),
                    "search_criteria",
                    criteria(people.get(at))));
        }
        return Map.of("transaction_id", slip.reference(), "search_request", requests);
    }

    /** What tells a person's answer from the others'. */
    static String reference(LookupSlip slip, int at) {
        return slip.reference() + "-" + at;
    }

    private Map<String, Object> criteria(QueriedPerson person) {
        return Map.of(
                "version",
                "1.0.0",
                "reg_type",
                service.registryType(),
                "reg_record_type",
                service.recordType(),
                "query_type",
                "idtype-value",
                "query",
                Map.of("type", service.identifier(), "value", person.number().number()),
                "authorize",
                Map.of("ts", now.toString(), "purpose", Map.of("text", slip.legalBasis(), "code", slip.purpose())));
    }

    Map<String, Object> disabled(QueriedPerson person) {
        return Map.of(
                "transaction_id",
                slip.reference(),
                "disabled_criteria",
                Map.of(
                        "query_type",
                        "expression",
                        "query",
                        Map.of(
                                service.identifier(),
                                Map.of("eq", person.number().number()))));
    }
}
