package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.StrictText;

/**
 * One file named on the command line, read whole.
 *
 * @param name as the user wrote it, for messages and results
 */
record InputFile(String name, MediaType type, byte[] content) {

    /** Throws {@link CannotBeDone} when it has an ending we do not know. */
    static MediaType typeOf(Path file) {
        return MediaType.ofFileName(file.toString())
                .orElseThrow(() -> new CannotBeDone(new Bilingual(
                        file + "：文件名须以 .json、.jsonl、.xml、.csv 或 .xlsx 结尾",
                        file + ": the name must end in .json, .jsonl, .xml, .csv or .xlsx")));
    }

    /** Throws {@link CannotBeDone} when it cannot be read, is larger than any delivery may be, or has an ending we do not know. */
    static InputFile read(Path file) {
        var type = typeOf(file);
        try (var stream = Files.newInputStream(file)) {
            var content = stream.readNBytes(StrictText.MOST_BYTES + 1);
            if (content.length > StrictText.MOST_BYTES) {
                throw new CannotBeDone(new Bilingual(file + "：超过 20 MB", file + ": larger than 20 MB"));
            }
            return new InputFile(file.toString(), type, content);
        } catch (IOException unreadable) {
            throw new CannotBeDone(new Bilingual(
                    file + "：读不出来（" + unreadable.getMessage() + "）", file + ": cannot be read: " + unreadable));
        }
    }
}
