package org.jianxi.gateway.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.Period;

/** A workbook without the time of its making, so that two files of one return do not differ. */
final class StableWorkbook {

    private StableWorkbook() {}

    static byte[] of(Period period, Consumer<XSSFWorkbook> pages) {
        try (var workbook = new XSSFWorkbook()) {
            pages.accept(workbook);
            date(workbook, period);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return new StableZip(bytes.toByteArray()).bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to be written", impossible);
        }
    }

    /** POI would put in the time of writing. */
    private static void date(XSSFWorkbook workbook, Period period) {
        var day = Optional.of(
                Date.from(period.lastDay().atStartOfDay(ZoneOffset.UTC).toInstant()));
        var properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("见习网关 Jianxi Gateway");
        properties.setCreated(day);
        properties.setModified(day);
    }
}
