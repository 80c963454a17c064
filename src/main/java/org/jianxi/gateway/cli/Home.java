package org.jianxi.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.Bilingual;

/** The folder with {@code routes}, {@code schemas} and {@code mappings}: where {@code ./jianxi} lies, or the working folder. */
public record Home(Path folder) {

    static final String PROPERTY = "jianxi.home";

    static Home ofThisProcess() {
        return new Home(Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath());
    }

    Path schemas() {
        return present(folder.resolve("schemas"));
    }

    Path mappings() {
        return present(folder.resolve("mappings"));
    }

    private static Path present(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CannotBeDone(new Bilingual(
                    "找不到文件夹 " + folder + "。请在项目文件夹里运行，或用 -D" + PROPERTY + "= 指明。",
                    "There is no folder " + folder + ". Run from the project's folder, or name it by -D" + PROPERTY
                            + "=."));
        }
        return folder;
    }
}
