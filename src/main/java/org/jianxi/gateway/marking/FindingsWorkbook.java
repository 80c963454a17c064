package org.jianxi.gateway.marking;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.CsvLines;

/**
 * Findings as a workbook. A workbook comes back as its sender made it, with the cells marked and one sheet more; CSV comes as a sheet
 * with its fields marked; of anything else, and of a workbook that cannot be opened or is too large, there is the sheet 检查结果 alone.
 *
 * <p>One at a time, as a workbook in memory is many times its file.
 */
public final class FindingsWorkbook {

    /** So many places are marked; the result sheet has all. */
    static final int MOST_MARKS = 1_000;

    private static final int ROWS_IN_MEMORY = 100;

    private final FindingText words;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    public FindingsWorkbook(Remedies remedies) {
        this.words = new FindingText(remedies);
    }

    /** The bytes of an xlsx workbook. */
    public byte[] write(Sent sent, List<Finding> findings) {
        oneAtATime.lock();
        try {
            var marked = sent.type() == MediaType.XLSX
                    ? new MarkedWorkbook(words).of(sent.content(), findings)
                    : Optional.<byte[]>empty();
            return marked.orElseGet(() -> ofOurOwn(sent, findings));
        } finally {
            oneAtATime.unlock();
        }
    }

    private byte[] ofOurOwn(Sent sent, List<Finding> findings) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            var look = new Look(workbook);
            new ResultSheet(words).addTo(workbook, look, findings);
            if (sent.type() == MediaType.CSV) {
                CsvLines.read(sent.content())
                        .ifPresent(lines -> new CsvSheet(words, lines).addTo(workbook, look, findings));
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The findings could not be written", unwritable);
        }
    }
}
