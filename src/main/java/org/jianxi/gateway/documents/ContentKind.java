package org.jianxi.gateway.documents;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;

/** What the first bytes of a document show it to be, whatever it was called. */
public enum ContentKind {
    ZIP("ZIP压缩包或xlsx工作簿", "a ZIP archive or xlsx workbook"),
    OLD_OFFICE(
            "旧版Office文件（.xls）或加密的工作簿，请另存为未加密的.xlsx",
            "an old Office file (.xls) or an encrypted workbook; save it as a plain .xlsx"),
    PDF("PDF文件", "a PDF"),
    MARKUP("XML或HTML", "XML or HTML"),
    BRACES("JSON", "JSON"),
    OTHER("其他文件", "something else");

    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private final Bilingual title;

    ContentKind(String zh, String en) {
        this.title = new Bilingual(zh, en);
    }

    public static ContentKind of(byte[] content) {
        if (startsWith(content, OLE2)) {
            return OLD_OFFICE;
        }
        if (startsWith(content, ascii("PK\u0003\u0004")) || startsWith(content, ascii("PK\u0005\u0006"))) {
            return ZIP;
        }
        if (startsWith(content, ascii("%PDF-"))) {
            return PDF;
        }
        return switch (firstVisible(content)) {
            case '<' -> MARKUP;
            case '{', '[' -> BRACES;
            default -> OTHER;
        };
    }

    /** Refuses content that clearly is not what it was declared to be; anything doubtful is left to its reader. */
    public static void check(MediaType declared, byte[] content) throws UnreadableDocument {
        var kind = of(content);
        var fits = switch (declared) {
            case JSON -> kind == BRACES || kind == OTHER;
            case XML -> kind == MARKUP || kind == OTHER;
            case CSV -> kind == OTHER || kind == BRACES;
            case XLSX -> kind == ZIP;
        };
        if (content.length > 0 && !fits) {
            throw new UnreadableDocument(
                    DocumentRule.TYPE,
                    Place.WHOLE,
                    new Bilingual(
                            "声明的类型是%s，内容却是%s".formatted(declared.extension(), kind.title.zh()),
                            "It is declared as %s but is %s".formatted(declared.extension(), kind.title.en())));
        }
    }

    /** The one media type this kind of content can be; empty where the bytes alone do not say. */
    public Optional<MediaType> mediaType() {
        return switch (this) {
            case ZIP -> Optional.of(MediaType.XLSX);
            case MARKUP -> Optional.of(MediaType.XML);
            case BRACES -> Optional.of(MediaType.JSON);
            case OLD_OFFICE, PDF, OTHER -> Optional.empty();
        };
    }

    private static int firstVisible(byte[] content) {
        var mark = new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        var at = startsWith(content, mark) ? mark.length : 0;
        while (at < content.length && content[at] <= ' ' && content[at] >= 0) {
            at++;
        }
        return at < content.length ? content[at] : -1;
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        if (content.length < start.length) {
            return false;
        }
        for (var i = 0; i < start.length; i++) {
            if (content[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
