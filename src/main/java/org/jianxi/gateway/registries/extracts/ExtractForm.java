package org.jianxi.gateway.registries.extracts;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.Namespaces;
import org.jianxi.gateway.mapping.notation.TextMatch;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.mapping.source.TableReader;
import org.jianxi.gateway.mapping.source.TableRule;
import org.jianxi.gateway.mapping.table.CsvDialect;
import org.jianxi.gateway.registries.run.Way;

/**
 * How an extract is read, as {@code extract} in {@code registry.yaml} says.
 *
 * @param declared finds the office's own count in the first cell of a row behind the last person; empty where it gives none
 * @param members whose numbers a row has
 * @param insured where the days stand, in an extract of the insured
 */
record ExtractForm(
        Kind kind,
        TableRule table,
        Optional<TextMatch> declared,
        List<MemberForm> members,
        WordRule category,
        WordRule disabilityKind,
        WordRule disabilityLevel,
        Optional<InsuredForm> insured) {

    /** The format agreed for the file. */
    enum Kind {
        CSV,
        XLS,
        XLSX
    }

    ExtractForm {
        members = List.copyOf(members);
    }

    /** Throws {@link FileProblem}, which names the line, where the file's words do not go together. @param made the extract's day */
    static ExtractForm read(Way.Extract way, LocalDate made) {
        var words = Words.root(way.file()).at("extract");
        var kind = switch (words.at("format").text()) {
            case "csv" -> Kind.CSV;
            case "xls" -> Kind.XLS;
            default -> Kind.XLSX;
        };
        var format = kind == Kind.CSV ? Format.CSV : Format.XLSX;
        var addresses = AddressReader.ofRecords(format, Namespaces.NONE);
        return new ExtractForm(
                kind,
                new TableReader(format, addresses).read(words),
                words.find("declaredRows").map(TextMatch::read),
                words.at("members").items().stream()
                        .map(member -> MemberForm.read(member, addresses))
                        .toList(),
                word(words, "category", addresses),
                disability(words, "kind", addresses),
                disability(words, "level", addresses),
                words.find("insured").map(days -> InsuredForm.read(days, addresses, made)));
    }

    private static WordRule word(Words words, String name, AddressReader addresses) {
        return words.find(name)
                .map(rule -> WordRule.read(rule, addresses, WordRule.Others.STAY_AS_THEY_ARE))
                .orElse(WordRule.NOTHING);
    }

    private static WordRule disability(Words words, String name, AddressReader addresses) {
        return words.find("disability")
                .map(both -> WordRule.read(both.at(name), addresses, WordRule.Others.STAY_AS_THEY_ARE))
                .orElse(WordRule.NOTHING);
    }

    /** All columns that a row is asked for. */
    List<Address.Column> columns() {
        return Stream.of(
                        members.stream().flatMap(MemberForm::columns),
                        Stream.of(category, disabilityKind, disabilityLevel).flatMap(WordRule::columns),
                        insured.stream().flatMap(InsuredForm::columns))
                .flatMap(one -> one)
                .toList();
    }

    /** The same table in another encoding. */
    TableRule in(Charset encoding) {
        var dialect = table.dialect();
        return new TableRule(
                new CsvDialect(encoding, dialect.separator(), dialect.quote(), dialect.comment(), dialect.trim()),
                table.sheets(),
                table.below(),
                table.anchor(),
                table.headerRow(),
                table.headerRows(),
                table.row(),
                table.until(),
                table.merged());
    }
}
