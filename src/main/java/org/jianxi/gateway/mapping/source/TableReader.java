package org.jianxi.gateway.mapping.source;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.RowChoice;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.mapping.table.CsvDialect;

/** Reads the words that say how a table is found: {@code encoding separator quote comment trim sheet header row until}. */
public final class TableReader {

    private static final List<String> TOTAL = List.of("合计", "总计");

    private final Format format;
    private final AddressReader addresses;

    public TableReader(Format format, AddressReader addresses) {
        this.format = format;
        this.addresses = addresses;
    }

    public TableRule read(Words root) {
        if (format == Format.XLSX && !root.has("sheet")) {
            throw root.problem("a workbook's mapping names its sheet");
        }
        var header = root.find("header");
        if (format == Format.XLSX && header.isEmpty()) {
            throw root.problem("a sheet's mapping says where its header is");
        }
        if (header.isPresent() && header.get().has("below") && !header.get().has("anchor")) {
            throw header.get().problem("below goes with the anchor that is looked for after it");
        }
        return new TableRule(
                CsvDialect.read(root),
                root.find("sheet").map(Words::texts).orElse(List.of()),
                header.flatMap(one -> one.find("below")).map(Words::text),
                header.flatMap(one -> one.find("anchor")).map(Words::text),
                header.map(one -> one.number("row", 1)).orElse(1),
                header.map(one -> one.number("rows", 1)).orElse(1),
                root.find("row").map(this::row).orElseGet(RowChoice.Only::new),
                until(root).stream().map(Characters::label).toList(),
                merged(root));
    }

    private List<String> until(Words root) {
        return root.find("rows")
                .flatMap(rows -> rows.find("until"))
                .or(() -> root.find("until"))
                .map(Words::texts)
                .orElse(addresses.isOfRecords() ? TableEnd.BELOW_A_ROSTER : TableRule.BELOW_THE_FORM);
    }

    private MergedRule merged(Words root) {
        var merged = root.find("rows").flatMap(rows -> rows.find("merged")).or(() -> root.find("merged"));
        if (merged.isPresent() && format != Format.XLSX) {
            throw merged.get().problem("only sheets have merged cells");
        }
        return merged.map(words -> MergedRule.read(words, addresses)).orElse(MergedRule.UNSPOKEN);
    }

    private RowChoice row(Words words) {
        if (words.isText()) {
            return words.text().equals("only") ? new RowChoice.Only() : new RowChoice.Total(TOTAL, Optional.empty());
        }
        if (words.has("senderIn")) {
            if (words.has("total") || words.has("in")) {
                throw words.problem("is either the sender's row or a total row");
            }
            return new RowChoice.OfSender(addresses.column(words.at("senderIn")));
        }
        return new RowChoice.Total(
                words.find("total").map(Words::texts).orElse(TOTAL),
                words.find("in").map(addresses::column));
    }
}
