package org.jianxi.gateway.api;

import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.filing.SafeTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings as a table for a spreadsheet. */
final class FindingsTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> HEADER = List.of(
            "rule", "severity", "indicator", "place", "message_zh", "message_en", "clause", "shortBy", "explanation");

    private FindingsTable() {}

    /** @param findings JSON array as the contract shapes it */
    static byte[] write(String findings) {
        return SafeTable.write(HEADER, JSON.readTree(findings).valueStream().map(FindingsTable::row));
    }

    private static List<String> row(JsonNode finding) {
        var at = finding.path("at");
        return Stream.of(
                        finding.path("rule"),
                        finding.path("severity"),
                        at.path("indicator"),
                        place(at),
                        finding.at("/message/zh"),
                        finding.at("/message/en"),
                        finding.path("clause"),
                        finding.path("shortBy"),
                        finding.path("explanation"))
                .map(node -> node.asString(""))
                .toList();
    }

    private static JsonNode place(JsonNode at) {
        var words = Stream.of("sheet", "cell", "pointer", "xpath", "line", "column")
                .map(at::path)
                .filter(JsonNode::isValueNode)
                .map(node -> node.asString(""))
                .toList();
        return JSON.getNodeFactory().stringNode(String.join(" ", words));
    }
}
