package org.jianxi.gateway.mapping.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.RefusedStream;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlStream;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.notation.MappingRule;

/**
 * An xlsx workbook opened for reading row by row. The one border where POI's unchecked exceptions end: whatever a file does to
 * it, the sender hears that the workbook cannot be read.
 */
public final class Workbook implements AutoCloseable {

    private static final List<String> REFUSED_PARTS =
            List.of("macroenabled", "vbaproject", "activex", "externallink", "connections+xml", "sheet.binary");

    private final OPCPackage opened;
    private final XSSFReader reader;
    private final WorkbookIndex index;
    private final SheetBudget budget;
    private final SharedTexts shared;
    private final DateStyles styles;

    private Workbook(OPCPackage opened, SheetBudget budget) throws Exception {
        this.opened = opened;
        this.budget = budget;
        refuseDangerous(opened);
        this.reader = new XSSFReader(opened);
        try (var part = reader.getWorkbookData()) {
            this.index = WorkbookIndex.read(XmlStream.ofPart(part));
        }
        try (var part = reader.getSharedStringsData()) {
            this.shared = part == null ? SharedTexts.NONE : SharedTexts.read(XmlStream.ofPart(part), budget);
        }
        try (var part = reader.getStylesData()) {
            this.styles = part == null ? DateStyles.NONE : DateStyles.read(XmlStream.ofPart(part));
        }
    }

    public static Workbook open(Content content, SheetBudget budget) throws UnreadableDocument {
        try {
            var opened = OPCPackage.open(BoundedArchive.open(content));
            try {
                return new Workbook(opened, budget);
            } catch (Exception | StackOverflowError refused) {
                opened.revert();
                throw refused;
            }
        } catch (Exception | StackOverflowError damaged) {
            throw refusalIn(damaged);
        }
    }

    /** The one sheet that is wanted; refused when there is none, when there are several, and when it is hidden. */
    public WorkbookIndex.Sheet choose(SheetNames wanted) throws UnreadableDocument {
        var named = index.sheets().stream()
                .filter(sheet -> wanted.fits(sheet.name()))
                .toList();
        if (named.size() != 1) {
            throw new UnreadableDocument(
                    DocumentRule.SHEET,
                    Place.WHOLE,
                    new Bilingual(
                            "工作簿中应有且只有一个名为“%s”的工作表".formatted(wanted),
                            "The workbook must have one sheet named \"%s\"".formatted(wanted)));
        }
        if (named.getFirst().hidden()) {
            throw new UnreadableDocument(
                    DocumentRule.SHEET,
                    Place.WHOLE,
                    new Bilingual(
                            "工作表“%s”是隐藏的，可能是旧表，请取消隐藏并核对".formatted(wanted),
                            "The sheet \"%s\" is hidden and may be an old copy; unhide and check it"
                                    .formatted(wanted)));
        }
        return named.getFirst();
    }

    public List<WorkbookIndex.Sheet> sheets() {
        return index.sheets();
    }

    public SheetRows rows(WorkbookIndex.Sheet sheet) throws UnreadableDocument {
        try {
            InputStream part = reader.getSheet(sheet.part());
            var cell = new SheetCell(shared, styles, index.dates(), budget);
            return new SheetRows(XmlStream.ofPart(part), cell, budget);
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException damaged) {
            throw refusalIn(damaged);
        }
    }

    /** The merged ranges of a sheet, which it says behind its last row. */
    public List<A1.Range> merged(WorkbookIndex.Sheet sheet) throws UnreadableDocument {
        try (var part = reader.getSheet(sheet.part())) {
            return SheetLayout.merged(XmlStream.ofPart(new RowlessPart(part)), budget);
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException damaged) {
            throw refusalIn(damaged);
        }
    }

    public DateSystem dates() {
        return index.dates();
    }

    public List<Finding> remarks() {
        return index.sheets().stream()
                .filter(WorkbookIndex.Sheet::hidden)
                .map(Workbook::unread)
                .toList();
    }

    public static UnreadableDocument refusalIn(Throwable damaged) {
        for (var cause = damaged; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableWorkbook refused) {
                return refused.at(Place.WHOLE);
            }
        }
        var unreadable = new UnreadableDocument(
                DocumentRule.WORKBOOK,
                Place.WHOLE,
                new Bilingual("工作簿已损坏或不是xlsx，无法读取", "The workbook is damaged or no xlsx and cannot be read"));
        var refusal = RefusedStream.in(damaged, unreadable);
        return refusal.rule() == DocumentRule.XML ? unreadable : refusal;
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

    private static Finding unread(WorkbookIndex.Sheet hidden) {
        var name = Characters.quoted(hidden.name());
        return Finding.info(
                MappingRule.HIDDEN,
                Place.cell(name, "A1"),
                new Bilingual("隐藏的工作表“%s”未读取".formatted(name), "The hidden sheet \"%s\" was not read".formatted(name)));
    }

    /** Nothing is ever written back. */
    @Override
    public void close() {
        opened.revert();
    }
}
