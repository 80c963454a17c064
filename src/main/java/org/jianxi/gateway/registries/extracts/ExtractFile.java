package org.jianxi.gateway.registries.extracts;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.StrictText;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.MonthNames;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.CsvOrigin;
import org.jianxi.gateway.mapping.source.OverheardOrigin;
import org.jianxi.gateway.mapping.source.SheetOrigin;
import org.jianxi.gateway.mapping.source.StreamedTable;
import org.jianxi.gateway.mapping.source.TableOrigin;
import org.jianxi.gateway.mapping.source.TableRule;
import org.jianxi.gateway.mapping.source.XlsOrigin;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.SheetBudget;
import org.jianxi.gateway.mapping.table.Workbook;
import org.jianxi.gateway.mapping.table.XlsWorkbook;

/** An extract's file, opened in the format agreed for it: one table of CSV, or every visible sheet that is meant and not blank. */
final class ExtractFile implements AutoCloseable {

    private static final MonthNames NO_MONTH = new MonthNames(Optional.empty());

    private final ExtractForm form;
    private final List<TableOrigin> origins;
    private final Runnable closing;

    private ExtractFile(ExtractForm form, List<TableOrigin> origins, Runnable closing) {
        this.form = form;
        this.origins = origins;
        this.closing = closing;
    }

    static ExtractFile open(Path path, ExtractForm form, SheetBudget budget) throws UnreadableDocument {
        var content = new Content.InFile(path);
        return switch (form.kind()) {
            case CSV -> csv(content, form, budget);
            case XLS -> {
                var workbook = XlsWorkbook.open(content, budget);
                yield new ExtractFile(
                        form,
                        workbook.sheets().stream()
                                .filter(sheet -> !sheet.hidden() && fits(form, sheet.name()))
                                .<TableOrigin>map(sheet -> new XlsOrigin(workbook, sheet))
                                .toList(),
                        workbook::close);
            }
            case XLSX -> {
                var workbook = Workbook.open(content, budget);
                yield new ExtractFile(
                        form,
                        workbook.sheets().stream()
                                .filter(sheet -> !sheet.hidden() && fits(form, sheet.name()))
                                .<TableOrigin>map(sheet -> new SheetOrigin(workbook, sheet))
                                .toList(),
                        workbook::close);
            }
        };
    }

    private static ExtractFile csv(Content content, ExtractForm form, SheetBudget budget) throws UnreadableDocument {
        var agreed = form.table().dialect().encoding();
        var origin = new CsvOrigin(content, form.table().dialect(), budget);
        var other = agreed.equals(StandardCharsets.UTF_8) ? StrictText.GB18030 : StandardCharsets.UTF_8;
        var rule = form.in(other);
        if (!hasColumns(origin, form.table(), form)
                && hasColumns(new CsvOrigin(content, rule.dialect(), budget), rule, form)) {
            throw inAnother(agreed, other);
        }
        return new ExtractFile(form, List.of(origin), () -> {});
    }

    /** Bytes of the one encoding often pass for characters of the other; that the columns are found by their words is what tells. */
    private static boolean hasColumns(CsvOrigin origin, TableRule rule, ExtractForm form) throws UnreadableDocument {
        try (var table = new StreamedTable(origin, rule, NO_MONTH, Set.of())) {
            var row = table.next();
            return row != null && form.columns().stream().allMatch(column -> row.find(column) instanceof Answer.Found);
        } catch (UnreadableDocument nothingFound) {
            return false;
        } catch (IOException unreadable) {
            throw unreadable();
        }
    }

    private static UnreadableDocument inAnother(Charset agreed, Charset other) {
        return new UnreadableDocument(
                DocumentRule.ENCODING,
                Place.WHOLE,
                new Bilingual(
                        "约定的编码是%s，文件却是%s".formatted(agreed.name(), other.name()),
                        "The agreed encoding is %s but the file is in %s".formatted(agreed.name(), other.name())));
    }

    private static boolean fits(ExtractForm form, String sheet) {
        return form.table().sheets(NO_MONTH).fits(sheet);
    }

    /** Where the tables are; sheets on which nothing stands at all are left out. */
    List<TableOrigin> tables() throws UnreadableDocument {
        var tables = new ArrayList<TableOrigin>();
        for (var origin : origins) {
            try (var rows = origin.rows()) {
                if (rows.next() != null) {
                    tables.add(origin);
                }
            } catch (IOException unreadable) {
                throw unreadable();
            }
        }
        if (tables.isEmpty()) {
            throw nothingMeant();
        }
        return tables;
    }

    private UnreadableDocument nothingMeant() {
        var isSheet = !origins.isEmpty() || form.kind() == ExtractForm.Kind.CSV;
        var names = String.join("、", form.table().sheets());
        return isSheet
                ? new UnreadableDocument(
                        DocumentRule.EMPTY, Place.WHOLE, new Bilingual("文件中没有内容", "Nothing stands in the file"))
                : new UnreadableDocument(
                        DocumentRule.SHEET,
                        Place.WHOLE,
                        new Bilingual(
                                "没有名为“%s”的可见工作表".formatted(names),
                                "No visible sheet is called \"%s\"".formatted(names)));
    }

    /** @param listener hears of every row of the table */
    StreamedTable open(TableOrigin table, Consumer<Row> listener) throws UnreadableDocument {
        var opened = new StreamedTable(new OverheardOrigin(table, listener), form.table(), NO_MONTH, Set.of());
        opened.keepOnly(form.columns());
        return opened;
    }

    private static UnreadableDocument unreadable() {
        return new UnreadableDocument(
                DocumentRule.TYPE, Place.WHOLE, new Bilingual("文件读不出来", "The file cannot be read"));
    }

    @Override
    public void close() {
        closing.run();
    }
}
