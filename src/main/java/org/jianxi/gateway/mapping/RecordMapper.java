package org.jianxi.gateway.mapping;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.ContentKind;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.MonthNames;
import org.jianxi.gateway.mapping.table.Content;

/**
 * Runs the mapping of a record dataset over a document: its records and everything that is wrong with them, as they stream by.
 *
 * <p>Keeps nothing but joined tables, reads no clock, opens no connection. A document has 8 seconds and one more for each
 * megabyte; after ten thousand findings reading ends with one that says so.
 */
public final class RecordMapper {

    /** The largest document of records (200 MB). */
    public static final long MOST_BYTES = 200L * 1024 * 1024;

    private static final long MEGABYTE = 1024L * 1024;
    private static final int HEAD = 4_096;

    /** Records that are written in a second even on a bad day. */
    private static final int A_SECOND = 1_000;

    private final TimeLimit time = new TimeLimit(Duration.ofSeconds(8));

    /** Gives every record and finding to the sink, in the order of the document, from one thread. */
    public void map(MappingFile mapping, Content content, MappingContext context, RecordSink sink) {
        try {
            var size = content.size();
            time.within(Duration.ofSeconds(8 + size / MEGABYTE), () -> {
                check(mapping.mediaType(), content, size, context);
                run(mapping.ofRecords(), content, context, sink);
                return size;
            });
        } catch (UnreadableDocument unreadable) {
            sink.finding(unreadable.toFinding());
        } catch (IOException unreadable) {
            throw new IllegalStateException("A document of ours cannot be read", unreadable);
        }
    }

    /** The same of a batch in canonical form, with what it says above its records; that is told to the sink too. */
    public CanonicalHeading canonical(CanonicalBatch batch, Content content, MappingContext context, RecordSink sink) {
        try {
            var size = content.size();
            return time.within(Duration.ofSeconds(8 + size / MEGABYTE), () -> {
                check(batch.type(), content, size, context);
                var heading = heading(batch, content, context);
                heading.findings().forEach(sink::finding);
                run(batch.reading(), content, context, sink);
                return heading;
            });
        } catch (UnreadableDocument unreadable) {
            sink.finding(unreadable.toFinding());
            return CanonicalHeading.unread();
        } catch (IOException unreadable) {
            throw new IllegalStateException("A document of ours cannot be read", unreadable);
        }
    }

    /** Gives records that were read before to the sink: as a reading does, from one thread that carries no other calls, and as long as that may take. */
    public void again(List<CanonicalRecord> records, RecordSink sink) {
        try {
            time.within(Duration.ofSeconds(8 + records.size() / A_SECOND), () -> {
                records.forEach(sink::record);
                return records.size();
            });
        } catch (UnreadableDocument late) {
            sink.finding(late.toFinding());
        }
    }

    private static CanonicalHeading heading(CanonicalBatch batch, Content content, MappingContext context)
            throws UnreadableDocument, IOException {
        try (var document = new RecordDocument(content, batch.reading(), new MonthNames(context.period()))) {
            return CanonicalHeading.read(batch, document.besides(), context);
        }
    }

    private static void check(MediaType agreed, Content content, long size, MappingContext context)
            throws UnreadableDocument, IOException {
        if (context.declared() != agreed) {
            throw refused(
                    DocumentRule.TYPE,
                    "约定的类型是%s，声明的是%s"
                            .formatted(agreed.extension(), context.declared().extension()),
                    "The agreed type is %s, declared is %s"
                            .formatted(agreed.extension(), context.declared().extension()));
        }
        if (size == 0) {
            throw refused(DocumentRule.EMPTY, "文件为空", "The document is empty");
        }
        if (size > MOST_BYTES) {
            throw refused(DocumentRule.LIMIT, "文件超过200 MB", "The document is larger than 200 MB");
        }
        try (var stream = content.open()) {
            ContentKind.check(agreed, stream.readNBytes(HEAD));
        }
    }

    private static void run(RecordReading reading, Content content, MappingContext context, RecordSink sink)
            throws UnreadableDocument, IOException {
        try (var document = new RecordDocument(content, reading, new MonthNames(context.period()))) {
            new RecordRun(reading, context, document, sink).run();
        }
    }

    private static UnreadableDocument refused(DocumentRule rule, String zh, String en) {
        return new UnreadableDocument(rule, Place.WHOLE, new Bilingual(zh, en));
    }
}
