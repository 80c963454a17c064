package org.jianxi.gateway.registries.files;

import java.nio.file.Path;
import org.jianxi.gateway.canonical.Bilingual;

/** A file that cannot be used, with the line where that shows. Says what is wrong, never what is written there: rows are people. */
public final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;
    private final long line;

    private FileRefused(Bilingual reason, long line) {
        super(reason.en());
        this.reason = reason;
        this.line = line;
    }

    static FileRefused whole(Path file, Bilingual why) {
        return new FileRefused(new Bilingual(file + "：" + why.zh(), file + ": " + why.en()), 0);
    }

    /** @param line physical, from 1 */
    static FileRefused at(Path file, long line, Bilingual why) {
        return new FileRefused(
                new Bilingual(
                        "%s 第%d行：%s".formatted(file, line, why.zh()),
                        "%s, line %d: %s".formatted(file, line, why.en())),
                line);
    }

    public Bilingual reason() {
        return reason;
    }

    /** 0 where the file as a whole is meant. */
    public long line() {
        return line;
    }
}
