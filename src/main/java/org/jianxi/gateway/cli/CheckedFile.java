package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.documents.StrictText;
import org.jianxi.gateway.marking.FindingsWorkbook;
import org.jianxi.gateway.marking.Remedies;
import org.jianxi.gateway.marking.Sent;

/** A file that was checked, to be given back with what was found in it. */
record CheckedFile(FindingsWorkbook workbooks, Path file) {

    static CheckedFile of(Home home, Path file) {
        home.schemas();
        return new CheckedFile(new FindingsWorkbook(Remedies.read(home.folder())), file);
    }

    /** Throws {@link CannotBeDone} when it cannot be written. A file too large to be shown gives the findings alone. */
    void write(Path target, List<Finding> findings) {
        var type = InputFile.typeOf(file);
        try {
            var content = Files.size(file) > StrictText.MOST_BYTES ? new byte[0] : Files.readAllBytes(file);
            Files.write(target, workbooks.write(new Sent(type, content), findings));
        } catch (IOException failed) {
            throw new CannotBeDone(new Bilingual(
                    target + "：写不出来（" + failed.getMessage() + "）", target + ": cannot be written: " + failed));
        }
    }
}
