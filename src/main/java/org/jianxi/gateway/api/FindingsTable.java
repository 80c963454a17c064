package org.jianxi.gateway.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jianxi.gateway.filing.CellText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings as a table that a spreadsheet opens rightly: UTF-8 with a byte order mark, nothing that could be a formula. */
final class FindingsTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String[] HEADER = {
        "rule",
        "severity",
        "indicator",
        "place",
        "message_zh",
        "message_en",
        "clause",
        "shortBy",
        "explanation",
        "field",
        "record"
    };

    private FindingsTable() {}

    /** @param findings JSON array as the contract shapes it */
    static byte[] write(String findings) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text)) {
            csv.writeRecord(HEADER);
            JSON.readTree(findings).forEach(finding -> csv.writeRecord(row(finding)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String[] row(JsonNode finding) {
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
                        finding.path("explanation"),
                        at.path("field"),
                        at.path("record"))
                .map(node -> new CellText(node.asString("")).neutralised())
                .toArray(String[]::new);
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
