package org.jianxi.gateway.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads one sheet of an xlsx workbook into a grid. The one border where POI's unchecked exceptions end: whatever a file does
 * to it, the sender hears that the workbook cannot be read.
 */
final class WorkbookGrid {

    private static final List<String> REFUSED_PARTS =
            List.of("macroenabled", "vbaproject", "activex", "externallink", "connections+xml", "sheet.binary");

    private WorkbookGrid() {}

    /** @param sheets the names the wanted sheet may have */
    static Grid read(byte[] content, SheetNames sheets) throws UnreadableDocument {
        return opened(content, reader -> {
            var index = index(reader);
            return grid(reader, index, choose(index.sheets(), sheets));
        });
    }

    /** Every sheet, in the workbook's order. */
    static List<SampleTable> all(byte[] content) throws UnreadableDocument {
        return opened(content, reader -> {
            var index = index(reader);
            var tables = new ArrayList<SampleTable>();
            for (var sheet : index.sheets()) {
                tables.add(new SampleTable(sheet.name(), sheet.hidden(), grid(reader, index, sheet)));
            }
            return tables;
        });
    }

    /** What is done with a workbook that was let in. */
    private interface Use<T> {
        T with(XSSFReader reader) throws IOException, OpenXML4JException, SAXException;
    }

    private static <T> T opened(byte[] content, Use<T> use) throws UnreadableDocument {
        try (var archive = BoundedArchive.open(content);
                var opened = OPCPackage.open(archive)) {
            refuseDangerous(opened);
            return use.with(new XSSFReader(opened));
        } catch (UnusableWorkbook refused) {
            throw refused.at(Place.WHOLE);
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException | StackOverflowError damaged) {
            throw refusalIn(damaged);
        }
    }

    private static UnreadableDocument refusalIn(Throwable damaged) {
        for (var cause = damaged; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableWorkbook refused) {
                return refused.at(Place.WHOLE);
            }
        }
        return new UnreadableDocument(
                DocumentRule.WORKBOOK,
                Place.WHOLE,
                new Bilingual("工作簿已损坏或不是xlsx，无法读取", "The workbook is damaged or no xlsx and cannot be read"));
    }

    private static void refuseDangerous(OPCPackage opened) throws UnusableWorkbook, OpenXML4JException {
        if (!opened.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
                .isEmpty()) {
            throw new UnusableWorkbook(
                    DocumentRule.WORKBOOK,
                    new Bilingual(
                            "这是“Strict Open XML”工作簿，请另存为普通的“Excel工作簿（.xlsx）”",
                            "This is a Strict Open XML workbook; save it as an ordinary .xlsx"));
        }
        for (var part : opened.getParts()) {
            var type = part.getContentType().toLowerCase(Locale.ROOT);
            if (REFUSED_PARTS.stream().anyMatch(type::contains)) {
                throw new UnusableWorkbook(
                        DocumentRule.WORKBOOK,
                        new Bilingual(
                                "工作簿含有宏、控件或外部链接（%s），请另存为不含这些内容的.xlsx".formatted(part.getPartName()),
                                "The workbook holds macros, controls or external links (%s); save it as a plain .xlsx"
                                        .formatted(part.getPartName())));
            }
        }
    }

    private static WorkbookIndex index(XSSFReader reader) throws IOException, OpenXML4JException, SAXException {
        var index = new WorkbookIndex();
        stream(reader.getWorkbookData(), index);
        return index;
    }

    private static Grid grid(XSSFReader reader, WorkbookIndex index, WorkbookIndex.Sheet sheet)
            throws IOException, OpenXML4JException, SAXException {
        var shared = new SharedTexts();
        var texts = reader.getSharedStringsData();
        if (texts != null) {
            stream(texts, shared);
        }
        var cells = new SheetCells(shared);
        stream(reader.getSheet(sheet.part()), cells);
        var remarks = index.sheets().stream()
                .filter(WorkbookIndex.Sheet::hidden)
                .map(WorkbookGrid::unread)
                .toList();
        var grid = new Grid(cells.merged(), (row, column) -> Place.cell(sheet.name(), A1.write(row, column)), remarks);
        cells.pour(grid);
        return grid;
    }

    private static void stream(InputStream part, ContentHandler handler) throws SAXException, IOException {
        try (part) {
            SafeXml.stream(part, handler);
        }
    }

    private static WorkbookIndex.Sheet choose(List<WorkbookIndex.Sheet> sheets, SheetNames wanted)
            throws UnusableWorkbook {
        var named = sheets.stream().filter(sheet -> wanted.fits(sheet.name())).toList();
        if (named.size() != 1) {
            throw new UnusableWorkbook(
                    DocumentRule.SHEET,
                    new Bilingual(
                            "工作簿中应有且只有一个名为“%s”的工作表".formatted(wanted),
                            "The workbook must have one sheet named \"%s\"".formatted(wanted)));
        }
        if (named.getFirst().hidden()) {
            throw new UnusableWorkbook(
                    DocumentRule.SHEET,
                    new Bilingual(
                            "工作表“%s”是隐藏的，可能是旧表，请取消隐藏并核对".formatted(wanted),
                            "The sheet \"%s\" is hidden and may be an old copy; unhide and check it"
                                    .formatted(wanted)));
        }
        return named.getFirst();
    }

    private static Finding unread(WorkbookIndex.Sheet hidden) {
        var name = Characters.quoted(hidden.name());
        return Finding.info(
                MappingRule.HIDDEN.id(),
                Place.cell(name, "A1"),
                new Bilingual("隐藏的工作表“%s”未读取".formatted(name), "The hidden sheet \"%s\" was not read".formatted(name)),
                MappingRule.HIDDEN.clause());
    }
}
