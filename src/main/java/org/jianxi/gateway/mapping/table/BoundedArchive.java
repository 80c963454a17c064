package org.jianxi.gateway.mapping.table;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.DocumentRule;

/**
 * The entries of a workbook's ZIP, read where it lies under a budget: 200 entries, 128 MB for each, 256 MB for all.
 *
 * <p>Bytes are counted as they are inflated; what the directory declares is not believed. A part that is read twice counts once.
 */
final class BoundedArchive implements ZipEntrySource {

    private static final int MOST_ENTRIES = 200;
    private static final long MOST_PER_ENTRY = 128L * 1024 * 1024;
    private static final long MOST_IN_ALL = 256L * 1024 * 1024;

    private final ZipFile zip;
    private final Map<String, Long> furthest = new HashMap<>();
    private long inflated;
    private boolean closed;

    private BoundedArchive(ZipFile zip) {
        this.zip = zip;
    }

    static BoundedArchive open(Content content) throws IOException, UnusableWorkbook {
        var zip = ZipFile.builder().setSeekableByteChannel(content.channel()).get();
        try {
            inspect(zip);
        } catch (UnusableWorkbook refused) {
            zip.close();
            throw refused;
        }
        return new BoundedArchive(zip);
    }

    private static void inspect(ZipFile zip) throws UnusableWorkbook {
        var names = new HashSet<String>();
        for (var entry : Collections.list(zip.getEntries())) {
            if (names.size() >= MOST_ENTRIES) {
                throw tooMuch(
                        "工作簿内的文件超过%d个".formatted(MOST_ENTRIES),
                        "The workbook has more than %d parts".formatted(MOST_ENTRIES));
            }
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw damaged("工作簿内有重名的文件", "The workbook has two parts of one name");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw damaged("工作簿已加密，请去掉密码后重新保存", "The workbook is encrypted; save it without a password");
            }
            if (entry.getMethod() != ZipMethod.STORED.getCode() && entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
                throw damaged("工作簿使用了不支持的压缩方法", "The workbook uses an unsupported compression");
            }
        }
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return zip.getEntries();
    }

    @Override
    public ZipArchiveEntry getEntry(String path) {
        return zip.getEntry(path.startsWith("/") ? path.substring(1) : path);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        var stream = zip.getInputStream(entry);
        return new Counted(entry.getName(), stream == null ? new ByteArrayInputStream(new byte[0]) : stream);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    private static UnusableWorkbook tooMuch(String zh, String en) {
        return new UnusableWorkbook(DocumentRule.LIMIT, new Bilingual(zh, en));
    }

    private static UnusableWorkbook damaged(String zh, String en) {
        return new UnusableWorkbook(DocumentRule.WORKBOOK, new Bilingual(zh, en));
    }

    private final class Counted extends FilterInputStream {

        private final String name;
        private long ofEntry;

        Counted(String name, InputStream entry) {
            super(entry);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int bytes) throws UnusableWorkbook {
            ofEntry += bytes;
            var before = furthest.getOrDefault(name, 0L);
            if (ofEntry > before) {
                inflated += ofEntry - before;
                furthest.put(name, ofEntry);
            }
            if (ofEntry > MOST_PER_ENTRY || inflated > MOST_IN_ALL) {
                throw tooMuch("工作簿解压后超过256 MB", "The workbook inflates to more than 256 MB");
            }
        }
    }
}
