package org.jianxi.gateway.mapping.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.RefusedStream;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.A1;
import org.jspecify.annotations.Nullable;

/**
 * An xls workbook (Excel 97 to 2003) opened for reading record by record. Whatever POI meets in it, the sender hears that it cannot be
 * read.
 */
public final class XlsWorkbook implements AutoCloseable {

    private static final String CONTENT = "Workbook";
    private static final List<String> MACROS = List.of("_VBA_PROJECT_CUR", "_VBA_PROJECT", "Macros", "VBA");

    private final POIFSFileSystem opened;
    private final SheetBudget budget;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Optional<SSTRecord> shared;

    /** @param position of its first record in the workbook's stream, in bytes */
    public record Sheet(String name, boolean hidden, int position) {}

    private XlsWorkbook(POIFSFileSystem opened, SheetBudget budget) throws IOException, UnusableWorkbook {
        this.opened = opened;
        this.budget = budget;
        for (var entry : opened.getRoot().getEntryNames()) {
            if (MACROS.contains(entry)) {
                throw new UnusableWorkbook(
                        DocumentRule.WORKBOOK,
                        new Bilingual("工作簿含有宏，请另存为不含宏的工作簿", "The workbook holds macros; save it without them"));
            }
        }
        @Nullable SSTRecord texts = null;
        try (var stream = opened.createDocumentInputStream(CONTENT)) {
            var records = new RecordFactoryInputStream(stream, false);
            for (var next = records.nextRecord();
                    next != null && !(next instanceof EOFRecord);
                    next = records.nextRecord()) {
                if (next instanceof BoundSheetRecord sheet) {
                    sheets.add(new Sheet(
                            sheet.getSheetname(), sheet.isHidden() || sheet.isVeryHidden(), sheet.getPositionOfBof()));
                } else if (next instanceof SSTRecord table) {
                    texts = table;
                }
            }
        }
        this.shared = Optional.ofNullable(texts);
    }

    public static XlsWorkbook open(Content content, SheetBudget budget) throws UnreadableDocument {
        try {
            var opened = switch (content) {
                case Content.InFile file -> new POIFSFileSystem(file.path().toFile(), true);
                case Content.InMemory memory -> new POIFSFileSystem(memory.open());
            };
            try {
                return new XlsWorkbook(opened, budget);
            } catch (IOException | RuntimeException | StackOverflowError refused) {
                opened.close();
                throw refused;
            }
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw refusalIn(damaged);
        }
    }

    /** In their order. */
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    public RowStream rows(Sheet sheet) throws UnreadableDocument {
        try {
            var stream = at(sheet);
            return new XlsRows(new XlsRecords(stream), shared, budget);
        } catch (IOException | RuntimeException damaged) {
            throw refusalIn(damaged);
        }
    }

    /** The merged ranges of a sheet, which it says behind its last row. */
    public List<A1.Range> merged(Sheet sheet) throws UnreadableDocument {
        var ranges = new ArrayList<A1.Range>();
        try (var records = new XlsRecords(at(sheet))) {
            for (var next = records.next(); next != null; next = records.next()) {
                if (next instanceof MergeCellsRecord merged) {
                    add(merged, ranges);
                }
            }
            return ranges;
        } catch (IOException | RuntimeException damaged) {
            throw refusalIn(damaged);
        }
    }

    private void add(MergeCellsRecord merged, List<A1.Range> ranges) throws UnreadableDocument {
        for (var number = 0; number < merged.getNumAreas(); number++) {
            var area = merged.getAreaAt(number);
            if (ranges.size() >= budget.ranges()) {
                throw budget.tooManyRanges();
            }
            ranges.add(new A1.Range(
                    area.getFirstRow() + 1,
                    area.getFirstColumn() + 1,
                    area.getLastRow() + 1,
                    area.getLastColumn() + 1));
        }
    }

    private InputStream at(Sheet sheet) throws IOException {
        var stream = opened.createDocumentInputStream(CONTENT);
        if (stream.skip(sheet.position()) != sheet.position()) {
            stream.close();
            throw new EOFException("a sheet lies beyond the end");
        }
        return stream;
    }

    static UnreadableDocument refusalIn(Throwable damaged) {
        for (@Nullable Throwable cause = damaged; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableWorkbook refused) {
                return refused.at(Place.WHOLE);
            }
        }
        return RefusedStream.in(
                damaged,
                new UnreadableDocument(
                        DocumentRule.WORKBOOK,
                        Place.WHOLE,
                        new Bilingual(
                                "工作簿已损坏、已加密或不是xls，无法读取",
                                "The workbook is damaged, encrypted or no xls and cannot be read")));
    }

    @Override
    public void close() {
        try {
            opened.close();
        } catch (IOException nothingIsWritten) {
            throw new UncheckedIOException(nothingIsWritten);
        }
    }

    /** The records of one sheet, from its beginning to its end. */
    static final class XlsRecords implements AutoCloseable {

        private final InputStream stream;
        private final RecordFactoryInputStream records;
        private int depth;

        XlsRecords(InputStream stream) {
            this.stream = stream;
            this.records = new RecordFactoryInputStream(stream, false);
        }

        /** Null behind the last; what charts within the sheet say is passed over. */
        @Nullable
        Record next() {
            while (true) {
                var next = records.nextRecord();
                if (next == null) {
                    return null;
                }
                if (next instanceof BOFRecord) {
                    depth++;
                } else if (next instanceof EOFRecord) {
                    if (--depth <= 0) {
                        return null;
                    }
                } else if (depth == 1) {
                    return next;
                }
            }
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
